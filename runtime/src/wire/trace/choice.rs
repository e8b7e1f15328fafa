//! Which way a run goes, so that it ends and shows something new.

use std::collections::HashSet;

use super::graph::{Graph, Key, Seen};
use super::shape::{Node, Shape, Variant};

impl Graph {
    /// Whether to look inside an option, a list or a map, rather than leave it empty.
    pub(super) fn worth_opening(&self, key: Key) -> bool {
        match self.entry(key).seen {
            Seen::Nothing => true,
            Seen::Tried => false,
            Seen::Known(_) => self.leads_on(Shape::Node(key), &mut HashSet::new()),
        }
    }

    /// The variant to show next, by its index; none if the enum has no finite value.
    pub(super) fn choose_variant(&self, key: Key) -> Option<usize> {
        let body = self.enumeration(key)?;
        let untried = || self.position(key, |variant| matches!(variant, Variant::Untried));
        let promising = || {
            // Whatever lies behind another value of this enum can be had from this one.
            let mut passed = HashSet::from([key]);
            self.position(key, |variant| {
                let mut parts = variant.parts().iter();
                parts.any(|part| self.leads_on(*part, &mut passed))
            })
        };
        if self.is_open(key) {
            body.shallow.or_else(untried)
        } else {
            untried().or_else(promising).or(body.shallow)
        }
    }

    fn position(&self, key: Key, accept: impl FnMut(&Variant) -> bool) -> Option<usize> {
        self.enumeration(key)?.variants.iter().position(accept)
    }

    /// Whether a variant that was never tried can be reached without going twice through a place.
    fn leads_on(&self, shape: Shape, passed: &mut HashSet<Key>) -> bool {
        let Shape::Node(key) = shape else {
            return false;
        };
        if self.is_open(key) || !passed.insert(key) {
            return false;
        }
        let Some(node) = self.known(key) else {
            return false;
        };
        node.has_untried() || node.parts().iter().any(|part| self.leads_on(*part, passed))
    }
}

impl Node {
    fn has_untried(&self) -> bool {
        match self {
            Node::Enum(body) => body.variants.iter().any(|v| matches!(v, Variant::Untried)),
            _ => false,
        }
    }
}
