//! Putting a service together.

use tramline::{Actions, Service};

use crate::actions::{Add, App, actions};
use crate::harness::{call_on, post};

#[test]
fn two_tables_answer_as_one_and_collide_in_words() {
    let (one, two) = (App::default(), App::default());
    let empty = Actions::new((), &[]);
    let merged = Service::builder(empty).merge(actions(one)).build();
    assert_eq!(
        call_on(&merged, post(Add::INFO, &[20, 22])).answer(),
        (200, &[42][..])
    );
    assert_eq!(merged.actions().count(), 26);

    let twice = Service::builder(actions(two.clone()))
        .merge(actions(two))
        .try_build();
    let error = twice.unwrap_err().to_string();
    assert_eq!(
        error,
        "two tables have an action `add`: is one merged twice?"
    );
}

#[test]
fn mistakes_in_options_are_found_when_building() {
    let builder = || Service::builder(actions(App::default()));
    for (builder, word) in [
        (builder().mount("rpc"), "`rpc`"),
        (builder().mount("/rpc?x"), "`/rpc?x`"),
        (
            builder().allowed_hosts(["https://example.com"]),
            "not a host",
        ),
        (builder().allowed_hosts(["*"]), "not a host"),
        (builder().trusted_origins(["example.com"]), "not an origin"),
        (
            builder().trusted_origins(["https://example.com/"]),
            "not an origin",
        ),
        (builder().trusted_origins(["null"]), "not an origin"),
        (builder().public_origin("example.com"), "not an origin"),
    ] {
        let error = builder.try_build().unwrap_err().to_string();
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn a_service_goes_wherever_tower_goes() {
    fn goes<T: Clone + Send + Sync + 'static>(_: &T) {}
    fn ends<F: Future + Send + 'static>(_: &F) {}
    let mut service = crate::actions::service();
    goes(&service);
    ends(&tower::Service::call(
        &mut service,
        post(Add::INFO, &[1, 2]),
    ));
}
