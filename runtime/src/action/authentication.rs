//! How callers show who they are, compared while compiling.

use crate::rest::Authentication;

/// Whether the extractors, as they were compiled, accept what the build step read. Order and
/// repetition do not matter: two extractors may look at the same cookie.
pub(crate) const fn same_authentication(
    compiled: &[&[Authentication]],
    read: &[Authentication],
) -> bool {
    let mut list = 0;
    while list < compiled.len() {
        let mut index = 0;
        while index < compiled[list].len() {
            if !lists(read, &compiled[list][index]) {
                return false;
            }
            index += 1;
        }
        list += 1;
    }
    let mut index = 0;
    while index < read.len() {
        let mut list = 0;
        let mut found = false;
        while list < compiled.len() {
            found = found || lists(compiled[list], &read[index]);
            list += 1;
        }
        if !found {
            return false;
        }
        index += 1;
    }
    true
}

const fn lists(list: &[Authentication], way: &Authentication) -> bool {
    let mut index = 0;
    while index < list.len() {
        if same(&list[index], way) {
            return true;
        }
        index += 1;
    }
    false
}

const fn same(left: &Authentication, right: &Authentication) -> bool {
    match (left, right) {
        (Authentication::Bearer, Authentication::Bearer) => true,
        (Authentication::Cookie(left), Authentication::Cookie(right))
        | (Authentication::ApiKey(left), Authentication::ApiKey(right)) => same_text(left, right),
        _ => false,
    }
}

const fn same_text(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::same_authentication;
    use crate::rest::Authentication::{self, ApiKey, Bearer, Cookie};

    #[test]
    fn ways_are_compared_as_sets() {
        let check = |compiled: &[&[Authentication]], read: &[Authentication], expected: bool| {
            let found = same_authentication(compiled, read);
            assert_eq!(found, expected, "{compiled:?} {read:?}");
        };
        check(&[], &[], true);
        check(&[&[], &[]], &[], true);
        check(&[&[Bearer, Cookie("a")]], &[Cookie("a"), Bearer], true);
        check(
            &[&[Bearer], &[], &[Bearer, ApiKey("k")]],
            &[Bearer, ApiKey("k")],
            true,
        );
        check(&[&[Bearer]], &[], false);
        check(&[&[]], &[Bearer], false);
        check(&[&[Cookie("a")]], &[Cookie("b")], false);
        check(&[&[Cookie("a")]], &[Cookie("aa")], false);
        check(&[&[Cookie("a")]], &[ApiKey("a")], false);
    }
}
