//! Ids of before a change of name, and locks over several tables.

use std::sync::LazyLock;

use tramline::Service;
use tramline::codegen::{Action, ActionInfo, Actions, History};

use super::{HISTORY, OLD, RETIRED, add, add_in_json, from, lock, to};
use crate::actions::{Add, App, Ping, Sign, actions};
use crate::harness::{call_on, post, post_json};

/// `sign`, which was two others before.
const RENAMED: &ActionInfo = &ActionInfo {
    former_ids: &[100, 200],
    ..*Sign::INFO
};

#[test]
fn former_ids_lead_to_the_same_action() {
    const ROWS: &[Action<App>] = &[Action::new::<Sign>(RENAMED, Sign::WIRE)];
    static LOCK: LazyLock<History> = LazyLock::new(|| lock(&[Sign::INFO], &[(OLD, true)]));
    let service = Service::new(Actions::new(App::default(), ROWS).with_history(&LOCK));
    let signed = (200, &b"\x0asigned ada"[..]);
    for id in [Sign::INFO.id, 100, 200] {
        let ada = to(id, post(Sign::INFO, b"\x03ada"));
        assert_eq!(call_on(&service, ada).answer(), signed);
        let ada = to(id, from(OLD, post_json(Sign::INFO, r#"{"name":"ada"}"#)));
        assert_eq!(call_on(&service, ada).json(), (200, r#""signed ada""#));
    }
    let other = to(300, post(Sign::INFO, b"\x03ada"));
    assert_eq!(
        call_on(&service, other).problem(),
        (404, "unknown_action".into())
    );
}

#[test]
fn a_former_id_that_another_action_has_is_a_mistake() {
    const TAKEN: &ActionInfo = &ActionInfo {
        former_ids: &[Add::INFO.id],
        ..*Sign::INFO
    };
    const SHARED: &ActionInfo = &ActionInfo {
        former_ids: &[200],
        ..*Ping::INFO
    };
    const ADD: Action<App> = Action::new::<Add>(Add::INFO, Add::WIRE);
    const TAKING: Action<App> = Action::new::<Sign>(TAKEN, Sign::WIRE);
    const SHARING: Action<App> = Action::new::<Ping>(SHARED, Ping::WIRE);
    const SIGN: Action<App> = Action::new::<Sign>(RENAMED, Sign::WIRE);
    const TABLES: [(&[Action<App>], &str); 3] = [
        (&[TAKING, ADD], "`sign` and `add`"),
        (&[ADD, TAKING], "`add` and `sign`"),
        (&[ADD, SHARING, SIGN], "`ping` and `sign`"),
    ];
    for (rows, names) in TABLES {
        let builder = Service::builder(Actions::new(App::default(), rows));
        let error = builder.try_build().unwrap_err().to_string();
        assert!(
            error.contains(names) && error.contains("renamed"),
            "{error}"
        );
    }
}

#[test]
fn the_history_of_the_application_covers_what_is_merged_with_it() {
    let application = Actions::new((), &[]).with_history(&HISTORY);
    let service = Service::builder(application)
        .merge(actions(App::default()))
        .build();
    assert_eq!(
        call_on(&service, from(OLD, add_in_json())).json(),
        (200, "42")
    );
    let got = call_on(&service, to(RETIRED, add()));
    assert_eq!(got.problem(), (410, "action_retired".into()));
}
