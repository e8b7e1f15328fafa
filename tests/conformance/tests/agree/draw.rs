//! Structs with more fields than tuples have strategies.

use proptest::prelude::{BoxedStrategy, Just, Strategy};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRng, TestRunner};

use crate::sample::Sample;

/// Draws one value after the other from what a test run began with.
pub(crate) struct Draw(TestRunner);

impl Draw {
    pub(crate) fn from<T>(&mut self, strategy: impl Strategy<Value = T>) -> T {
        strategy.new_tree(&mut self.0).unwrap().current()
    }

    pub(crate) fn any<T: Sample>(&mut self) -> T {
        self.from(T::sample())
    }

    /// Nothing, for every third.
    pub(crate) fn perhaps<T>(&mut self, strategy: impl Strategy<Value = T>) -> Option<T> {
        let value = self.from(strategy);
        (self.from(0..3) > 0).then_some(value)
    }
}

/// Whatever `make` draws.
pub(crate) fn drawn<T: Clone + std::fmt::Debug + 'static>(
    make: fn(&mut Draw) -> T,
) -> BoxedStrategy<T> {
    let draw = move |(), rng: TestRng| {
        let runner = TestRunner::new_with_rng(Config::default(), rng);
        make(&mut Draw(runner))
    };
    Just(()).prop_perturb(draw).boxed()
}

/// Structs by what their fields are drawn from.
macro_rules! structs {
    ($($ty:ty { $($field:ident: $draw:ident $(($strategy:expr))?,)* })*) => {$(
        impl $crate::sample::Sample for $ty {
            fn sample() -> proptest::prelude::BoxedStrategy<Self> {
                $crate::draw::drawn(|draw| Self { $($field: draw.$draw($($strategy)?),)* })
            }
        }
    )*};
}
pub(crate) use structs;
