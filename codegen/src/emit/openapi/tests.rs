//! Documents of small packages.

use super::{About, emit};
use crate::testing::Files;

fn about() -> About {
    About {
        title: "shop".to_owned(),
        version: "1.2.3".to_owned(),
        description: Some("Sells products.".to_owned()),
        license: Some("MIT".to_owned()),
    }
}

#[test]
fn look() {
    use crate::model::*;
    let source = std::fs::read_to_string("/tmp/openapi/input.rs").unwrap();
    let mut front = Files::parse(&source).read();
    assert_eq!(front.rendered(), "");
    for action in &mut front.api.actions {
        let create = action.function.starts_with("create");
        let segments = |text: &str| {
            text.split('/')
                .skip(1)
                .map(|one| match one.strip_prefix('{') {
                    Some(one) => Segment::Parameter(one.trim_end_matches('}').to_owned()),
                    None => Segment::Literal(one.to_owned()),
                })
                .collect::<Vec<_>>()
        };
        let parameter = |place, name: &str, ty: &Type| RouteParameter {
            place,
            name: name.into(),
            ty: ty.clone(),
            form: Form::Text,
            repeated: matches!(ty, Type::List(_)),
            required: !matches!(ty, Type::Option(_) | Type::List(_)),
            docs: String::new(),
            constraints: Constraints::default(),
            example: None,
            default: None,
        };
        let base = action.docs.lines().last().unwrap().to_owned();
        let (method, path) = base.split_once(' ').unwrap();
        let segments = segments(path);
        let in_path = |name: &str| segments.contains(&Segment::Parameter(name.to_owned()));
        let mut parameters = Vec::new();
        let mut body = RouteBody::None;
        let get = method == "GET" || method == "DELETE";
        match &action.input {
            Input::None => {}
            Input::Struct(ty) => body = RouteBody::Input(ty.clone()),
            Input::Fields(fields) => {
                let mut rest = Vec::new();
                for f in fields {
                    if in_path(&f.name) {
                        parameters.push(parameter(ParameterPlace::Path, &f.name, &f.ty));
                    } else if get {
                        parameters.push(parameter(ParameterPlace::Query, &f.name, &f.ty));
                    } else {
                        rest.push(f);
                    }
                }
                if rest.len() == 1 && matches!(rest[0].ty, Type::Named(..)) {
                    body = RouteBody::Member {
                        name: rest[0].name.clone(),
                        ty: rest[0].ty.clone(),
                    };
                } else if !rest.is_empty() {
                    body = RouteBody::Object(
                        rest.iter()
                            .map(|f| BodyMember {
                                name: f.name.clone(),
                                ty: f.ty.clone(),
                                required: !f.optional,
                                docs: String::new(),
                                constraints: Constraints::default(),
                                example: None,
                            })
                            .collect(),
                    );
                }
            }
        }
        action.success = if create {
            Success::Created
        } else {
            Success::Ok
        };
        action.authentication = vec![
            Authentication::Bearer,
            Authentication::ApiKey("x-api-key".into()),
        ];
        action.routes = vec![Route {
            method: match method {
                "GET" => Method::Get,
                "POST" => Method::Post,
                "PATCH" => Method::Patch,
                "PUT" => Method::Put,
                _ => Method::Delete,
            },
            version: match &segments[0] {
                Segment::Literal(v) => v.clone(),
                _ => panic!(),
            },
            segments,
            parameters,
            body,
            deprecation: None,
            location: Location::default(),
        }];
    }
    for file in emit(&front.api, &about()) {
        std::fs::write(format!("/tmp/openapi/{}", file.path), file.text).unwrap();
    }
}
