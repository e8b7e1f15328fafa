//! Where each input stands in one route.
//!
//! What the path names stands there; what follows `?` stands in the query. The rest is the query of
//! GET and DELETE, and the body of the other methods.

use std::collections::BTreeSet;

use super::Wanted;
use super::forms::{self, Stands};
use super::offers::{self, Offer, Offers, is_object};
use super::refusals;
use crate::diagnostics::Diagnostic;
use crate::model::{
    BodyMember, Definition, Kind, Method, ParameterPlace, Route, RouteBody, RouteParameter, Spread,
};

/// One route of one function.
pub(super) struct Mapping<'a> {
    pub(super) function: &'a str,
    pub(super) kind: Kind,
    pub(super) offers: &'a Offers,
    pub(super) definitions: &'a [Definition],
    pub(super) wanted: &'a Wanted<'a>,
}

/// A route in the making.
struct Making {
    route: Route,
    refused: Vec<Diagnostic>,
}

impl Mapping<'_> {
    /// The route with every input in its place.
    pub(super) fn run(&self) -> Result<Route, Vec<Diagnostic>> {
        let mut making = Making {
            route: self.wanted.outline(),
            refused: Vec::new(),
        };
        let is_read = making.route.method == Method::Get;
        if is_read != (self.kind == Kind::Query) {
            making
                .refused
                .push(refusals::method(self.function, self.kind, self.wanted));
        }
        let taken = self.named(&mut making);
        let offers = self.offers.all().iter();
        let rest: Vec<&Offer> = offers
            .filter(|offer| !taken.contains(offer.name.as_str()))
            .collect();
        match making.route.method {
            Method::Get | Method::Delete => self.query(&rest, &mut making),
            Method::Post | Method::Put | Method::Patch => {
                making.route.body = self.body(&rest);
            }
        }
        match making.refused.is_empty() {
            true => Ok(making.route),
            false => Err(making.refused),
        }
    }

    /// Places what the route names; returns the names.
    fn named(&self, making: &mut Making) -> BTreeSet<&str> {
        let pattern = self.wanted.pattern;
        let in_path = pattern
            .parameters()
            .map(|name| (name, ParameterPlace::Path));
        let in_query = pattern
            .query
            .iter()
            .map(|name| (name.as_str(), ParameterPlace::Query));
        let mut taken = BTreeSet::new();
        for (name, place) in in_path.chain(in_query) {
            let found = self.offers.all().iter().find(|offer| offer.name == name);
            match found {
                Some(offer) => self.place(offer, place, making),
                None => {
                    let names: Vec<&str> = self.names().collect();
                    let refused = refusals::no_input(self.function, name, &names, self.wanted);
                    making.refused.push(refused);
                }
            }
            taken.insert(name);
        }
        taken
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.offers.all().iter().map(|offer| offer.name.as_str())
    }

    fn place(&self, offer: &Offer, place: ParameterPlace, making: &mut Making) {
        let stands = match place {
            ParameterPlace::Path => {
                forms::in_path(&offer.ty, self.definitions).map(|form| Stands {
                    form,
                    repeated: false,
                })
            }
            ParameterPlace::Query => forms::in_query(&offer.ty, self.definitions),
        };
        match stands {
            Ok(stands) => making
                .route
                .parameters
                .push(parameter(offer, place, stands)),
            Err(why) => {
                let refused =
                    refusals::cannot_stand(&offer.name, offer.at, place, why, self.wanted);
                making.refused.push(refused);
            }
        }
    }

    /// All that remains stands in the query; of one struct among it, the fields do.
    fn query(&self, rest: &[&Offer], making: &mut Making) {
        if let Offers::Struct { open, .. } = self.offers {
            self.refuse_open(open, making);
        }
        let is_parameter = matches!(self.offers, Offers::Parameters(_));
        let mut structs = rest.iter().filter(|offer| {
            is_parameter && offer.required && is_object(&offer.ty, self.definitions)
        });
        let spread = match (structs.next(), structs.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        };
        for offer in rest {
            if !spread.is_some_and(|one| std::ptr::eq(one, *offer)) {
                self.place(offer, ParameterPlace::Query, making);
            }
        }
        if let Some(offer) = spread {
            self.spread(offer, making);
        }
    }

    fn spread(&self, of: &Offer, making: &mut Making) {
        making.route.spread = Some(Spread {
            name: of.name.clone(),
            from: making.route.parameters.len(),
        });
        let (mut fields, mut open) = (Vec::new(), Vec::new());
        offers::spread(&of.ty, self.definitions, &mut fields, &mut open);
        for field in &fields {
            if self.names().any(|name| name == field.name) {
                let refused = refusals::two_of_a_name(&field.name, field.at, self.wanted);
                making.refused.push(refused);
            } else {
                self.place(field, ParameterPlace::Query, making);
            }
        }
        self.refuse_open(&open, making);
    }

    fn refuse_open(&self, open: &[Offer], making: &mut Making) {
        let refused = open
            .iter()
            .map(|offer| refusals::open(&offer.name, offer.at, self.wanted));
        making.refused.extend(refused);
    }

    /// All that remains stands in the body; one struct among parameters is it.
    fn body(&self, rest: &[&Offer]) -> RouteBody {
        match (self.offers, rest) {
            (Offers::Struct { ty, open, .. }, rest) if !rest.is_empty() || !open.is_empty() => {
                RouteBody::Input(ty.clone())
            }
            (Offers::Parameters(_), [only])
                if only.required && is_object(&only.ty, self.definitions) =>
            {
                RouteBody::Member {
                    name: only.name.clone(),
                    ty: only.ty.clone(),
                }
            }
            (Offers::Parameters(_), rest) if !rest.is_empty() => {
                RouteBody::Object(rest.iter().map(|offer| member(offer)).collect())
            }
            _ => RouteBody::None,
        }
    }
}

fn parameter(offer: &Offer, place: ParameterPlace, stands: Stands) -> RouteParameter {
    let Stands { form, repeated } = stands;
    let is_empty_list = repeated && offer.required;
    RouteParameter {
        place,
        name: offer.name.clone(),
        ty: offer.ty.clone(),
        form,
        repeated,
        required: (offer.required && !repeated) || place == ParameterPlace::Path,
        docs: offer.docs.clone(),
        constraints: offer.constraints.clone(),
        example: offer.example.clone(),
        default: match is_empty_list {
            true => Some("[]".to_owned()),
            false => offer.default.clone(),
        },
    }
}

fn member(offer: &Offer) -> BodyMember {
    BodyMember {
        name: offer.name.clone(),
        ty: offer.ty.clone(),
        required: offer.required,
        docs: offer.docs.clone(),
        constraints: offer.constraints.clone(),
        example: offer.example.clone(),
    }
}
