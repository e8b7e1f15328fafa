//! Types that derive `WebhookEvent`, wherever they stand.

use super::sound;
use crate::model::Api;

/// Version, name, type and documentation of each event.
fn found(api: &Api) -> Vec<String> {
    let events = api.events.iter().map(|event| {
        let crate::model::Type::Named(id, arguments) = &event.ty else {
            panic!("an event is a type with a name");
        };
        assert!(arguments.is_empty());
        let ty = &api.definition(*id).name;
        format!("{} {} {ty}: {}", event.version, event.name, event.docs)
    });
    events.collect()
}

#[test]
fn events_are_found_by_what_they_derive() {
    let api = sound(
        "use serde::Serialize;
         use tramline as rails;
         mod prelude { pub use tramline::WebhookEvent as Event; }
         use prelude::*;

         /// A product has changed.
         #[derive(Serialize, Event)]
         #[webhook_event(\"product.updated\", version = \"v2\")]
         struct ProductUpdated { id: u32, parts: Vec<Part> }

         #[derive(Serialize)]
         struct Part { name: &'static str }

         mod deep { pub mod deeper {
             #[derive(serde::Serialize, crate::rails::WebhookEvent)]
             #[webhook_event(\"a.b\", version = \"v1\")]
             pub(super) enum Settled { Paid { cents: u64 }, Free }
         } }

         // Neither of these is one of ours.
         #[derive(Serialize)]
         struct ProductRemoved { id: u32 }
         #[derive(Serialize, foreign::Event)]
         #[webhook_event(\"x.y\", version = \"v1\")]
         struct Foreign { id: u32 }",
    );
    assert_eq!(
        found(&api),
        [
            "v1 a.b Settled: ",
            "v2 product.updated ProductUpdated: A product has changed."
        ]
    );
    // What they lead to is known as well.
    assert!(api.definitions.iter().any(|one| one.name == "Part"));
    assert!(api.actions.is_empty());
}

#[test]
fn events_of_included_packages_count_and_those_of_types_do_not() {
    let event = "#[derive(serde::Serialize, tramline::WebhookEvent)]
         #[webhook_event(\"NAME\", version = \"v1\")]
         pub struct Event { id: u32 }\n";
    let named = |name: &str| event.replace("NAME", name);
    let api = sound(&format!(
        "{}\n//- blog/src/lib.rs\n{}\n//- types/shapes/src/lib.rs\n{}",
        named("own"),
        named("blog"),
        named("shapes")
    ));
    assert_eq!(found(&api), ["v1 blog Event: ", "v1 own Event: "]);
}
