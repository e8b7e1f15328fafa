//! Holding decoded inputs against the rules of their types.

use super::{Call, Failure, Invalid, InvalidPlace};
use crate::rest::{Arrival, RouteBody};
use crate::validation::{Renames, Validates, Violation, pointer};

impl<S: Send + Sync + 'static> Call<S> {
    /// Makes sure that the input keeps the rules of its type.
    ///
    /// # Errors
    ///
    /// With everything that does not.
    pub fn validate<T: Validates + ?Sized>(
        &self,
        input: &T,
        renames: Renames,
    ) -> Result<(), Failure> {
        self.refuse(input.violations(), "", renames)
    }

    /// The same for one of several parameters.
    ///
    /// # Errors
    ///
    /// As [`Call::validate`].
    pub fn validate_parameter<T: Validates + ?Sized>(
        &self,
        name: &'static str,
        value: &T,
        renames: Renames,
    ) -> Result<(), Failure> {
        self.refuse(value.violations(), name, renames)
    }

    fn refuse(
        &self,
        violations: Vec<Violation>,
        parameter: &'static str,
        renames: Renames,
    ) -> Result<(), Failure> {
        if violations.is_empty() {
            return Ok(());
        }
        let mut broken: Vec<Invalid> = Vec::new();
        for Violation { path, detail } in violations {
            let place = place(&pointer(&path, renames), parameter, self.arrival());
            // One entry a place, whatever is wrong there.
            match broken.iter_mut().find(|one| one.place == place) {
                Some(known) => {
                    known.detail.push_str("; ");
                    known.detail.push_str(&detail);
                }
                None => broken.push(Invalid::new(place, detail)),
            }
        }
        Err(Failure::invalid(broken))
    }
}

/// Where the caller has sent what stands at `pointer` of the input, or of one of its parameters.
fn place(pointer: &str, parameter: &str, arrival: Option<&Arrival>) -> InvalidPlace {
    let whole = match parameter {
        "" => pointer.to_owned(),
        name => format!("/{name}{pointer}"),
    };
    let Some(Arrival { route, .. }) = arrival else {
        return InvalidPlace::Body(whole);
    };
    let first = whole.split('/').nth(1).unwrap_or_default();
    let mut parameters = route.parameters.iter();
    match (parameters.find(|one| one.name == first), &route.body) {
        (Some(parameter), _) => InvalidPlace::Parameter(parameter),
        // The parameter's struct is the body.
        (None, RouteBody::Member(name)) if *name == parameter => {
            InvalidPlace::Body(pointer.to_owned())
        }
        (None, _) => InvalidPlace::Body(whole),
    }
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::call::InvalidPlace;
    use crate::rest::{Arrival, Form, Parameter, Place, Route, RouteBody, RouteMethod};

    static PARAMETERS: &[Parameter] = &[Parameter {
        place: Place::Query,
        name: "page",
        form: Form::Integer,
        repeated: false,
        required: false,
    }];

    static ROUTE: Route = Route {
        method: RouteMethod::Post,
        version: "v1",
        segments: &[],
        parameters: PARAMETERS,
        body: RouteBody::Member("product"),
        success: 200,
        deprecation: None,
        cache: None,
        authentication: &[],
    };

    #[test]
    fn a_place_is_where_the_caller_wrote() {
        let arrival = Arrival {
            route: &ROUTE,
            values: Box::default(),
        };
        let body = |pointer: &str| InvalidPlace::Body(pointer.to_owned());
        let page = || InvalidPlace::Parameter(&PARAMETERS[0]);
        let check = |pointer, parameter, rpc, rest| {
            assert_eq!(place(pointer, parameter, None), rpc);
            assert_eq!(place(pointer, parameter, Some(&arrival)), rest);
        };
        check("/name", "", body("/name"), body("/name"));
        check("/page", "", body("/page"), page());
        check("", "page", body("/page"), page());
        check("/name", "product", body("/product/name"), body("/name"));
        check("/name", "other", body("/other/name"), body("/other/name"));
    }
}
