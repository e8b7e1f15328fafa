//! The functions, as the build step would bind them.

use std::borrow::Cow;

use tramline::codegen::shape::Shape;
use tramline::codegen::{
    Action, Bound, Call, Deprecation, Document, Encoding, ErrorCode, Errors, Form, Outcome,
    Parameter, Place, Rest, Route, RouteBody, RouteMethod, Segment, Wire, errors, refusals, rest,
};
use tramline::{ActionInfo, Actions, Authentication, IfMatch, Kind, PageLinks, Reply};

use crate::products::{self, NewProduct, Product, ProductChange, ProductError, ProductFilter};
use crate::rest_of_it::{self, Message, Tree};
use crate::{Caller, Partner, Session};

/// The shop, with everything that there is to ask for.
pub fn actions() -> Actions {
    Actions::new((), ROWS).with_documents(DOCUMENTS)
}

const DOCUMENTS: &[Document] = &[Document {
    version: "v2",
    json: r#"{"openapi":"3.1.0","info":{"title":"shop","version":"v2"},"paths":{}}"#,
}];

const WIRE: &Wire = &Wire {
    input: &Shape::Unit,
    result: &Shape::Unit,
    errors: &[],
    encoding: Encoding::Json,
};

const NOT_FOUND: ErrorCode = tramline::codegen::error("product_not_found", 404);
const TAKEN: ErrorCode = tramline::codegen::error("name_taken", 409);
const SIGNED_OUT: ErrorCode = tramline::codegen::error("signed_out", 401);
const OF_PRODUCTS: &[ErrorCode] = &[NOT_FOUND, TAKEN, SIGNED_OUT];

const fn info(name: &'static str, id: u64, kind: Kind, errors: &'static [ErrorCode]) -> ActionInfo {
    ActionInfo {
        name,
        id,
        former_ids: &[],
        fingerprint: 1,
        kind,
        labels: &[],
        body_limit: Some(2000),
        errors,
        // The routes say it, each for itself.
        authentication: &[],
    }
}

const PUBLIC: &[Authentication] = &[];
const PARTNER: &[Authentication] = &[Authentication::Bearer, Authentication::ApiKey("x-api-key")];
const SESSION: &[Authentication] = &[Authentication::Cookie("session")];
const CALLER: &[Authentication] = &[
    Authentication::Bearer,
    Authentication::ApiKey("x-api-key"),
    Authentication::Cookie("session"),
];

const fn route(
    method: RouteMethod,
    segments: &'static [Segment],
    parameters: &'static [Parameter],
    body: RouteBody,
    authentication: &'static [Authentication],
) -> Route {
    Route {
        method,
        version: "v2",
        segments,
        parameters,
        body,
        success: 200,
        deprecation: None,
        cache: None,
        authentication,
    }
}

const fn parameter(place: Place, name: &'static str, form: Form) -> Parameter {
    Parameter {
        place,
        name,
        form,
        repeated: false,
        required: true,
    }
}

const ID: &[Parameter] = &[parameter(Place::Path(0), "id", Form::Integer)];
const V1: Segment = Segment::Literal("v1");
const V2: Segment = Segment::Literal("v2");
const PRODUCTS: Segment = Segment::Literal("products");
const LIST: &[Segment] = &[V2, PRODUCTS];
const ONE: &[Segment] = &[V2, PRODUCTS, Segment::Parameter];
const FILTER: &[Parameter] = &[
    Parameter {
        repeated: true,
        required: false,
        ..parameter(Place::Query, "tag", Form::Text)
    },
    parameter(Place::Query, "kind", Form::Text),
    parameter(Place::Query, "after", Form::Integer),
    parameter(Place::Query, "limit", Form::Integer),
    parameter(Place::Query, "in_stock", Form::Boolean),
];
const MESSAGE: &[Parameter] = &[
    parameter(Place::Path(0), "shelf", Form::Integer),
    parameter(Place::Query, "urgent", Form::Boolean),
];
const SEARCH: &[Parameter] = &[
    parameter(Place::Path(0), "text", Form::Text),
    parameter(Place::Query, "page", Form::Integer),
];

/// A marker, and what is done for it.
macro_rules! bound {
    ($($marker:ident $errors:expr, |$call:ident| $body:block)*) => {$(
        struct $marker;

        impl Bound<()> for $marker {
            const ERRORS: Errors = $errors;

            async fn call(call: Call<()>) -> Outcome {
                <Self as Rest<()>>::rest(call).await
            }
        }

        impl Rest<()> for $marker {
            async fn rest(mut $call: Call<()>) -> Outcome $body
        }
    )*};
}

const PRODUCT_ERRORS: Errors = &[errors::<Result<Product, ProductError>>()];
const PARTNER_ERRORS: Errors = &[refusals::<(), Partner>()];
const CALLER_ERRORS: Errors = &[refusals::<(), Caller>()];

bound! {
    ListProducts &[], |call| {
        let links = call.extract::<PageLinks>().await?;
        let input = call.rest_input().await?;
        let filter = call.rest::<ProductFilter>(&input)?;
        rest::reply(products::list_products(links, filter).await)
    }
    GetProduct PRODUCT_ERRORS, |call| {
        let input = call.rest_input().await?;
        let (id, ()) = call.rest_fields::<(u32, ())>(&input, &["id"])?;
        rest::result(products::get_product(id).await)
    }
    GetProductV1 PRODUCT_ERRORS, |call| {
        let input = call.rest_input().await?;
        let (id, ()) = call.rest_fields::<(u32, ())>(&input, &["id"])?;
        rest::result(products::get_product_v1(id).await)
    }
    GetRevision &[errors::<Result<Reply<u32>, ProductError>>()], |call| {
        let input = call.rest_input().await?;
        let (id, ()) = call.rest_fields::<(u32, ())>(&input, &["id"])?;
        rest::result_reply(products::get_revision(id).await)
    }
    CreateProduct PRODUCT_ERRORS, |call| {
        let partner = call.extract::<Partner>().await?;
        let input = call.rest_input().await?;
        let product = call.rest::<NewProduct>(&input)?;
        rest::result_reply(products::create_product(partner, product).await)
    }
    PutProduct PRODUCT_ERRORS, |call| {
        let partner = call.extract::<Partner>().await?;
        let condition = call.extract::<IfMatch>().await?;
        let input = call.rest_input().await?;
        let (id, (product, ())) =
            call.rest_fields::<(u32, (NewProduct, ()))>(&input, &["id", "product"])?;
        rest::result_reply(products::put_product(partner, condition, id, product).await)
    }
    UpdateProduct PRODUCT_ERRORS, |call| {
        let partner = call.extract::<Partner>().await?;
        let condition = call.extract::<IfMatch>().await?;
        let input = call.rest_input().await?;
        let (id, (change, ())) =
            call.rest_fields::<(u32, (ProductChange, ()))>(&input, &["id", "change"])?;
        rest::result_reply(products::update_product(partner, condition, id, change).await)
    }
    DeleteProduct PRODUCT_ERRORS, |call| {
        let partner = call.extract::<Partner>().await?;
        let input = call.rest_input().await?;
        let (id, ()) = call.rest_fields::<(u32, ())>(&input, &["id"])?;
        rest::result(products::delete_product(partner, id).await)
    }
    ExportProducts PARTNER_ERRORS, |call| {
        let partner = call.extract::<Partner>().await?;
        call.no_rest_input().await?;
        rest::reply(products::export_products(partner).await)
    }
    GetAccount CALLER_ERRORS, |call| {
        let caller = call.extract::<Caller>().await?;
        call.no_rest_input().await?;
        rest::value(rest_of_it::get_account(caller).await)
    }
    RenameAccount CALLER_ERRORS, |call| {
        let caller = call.extract::<Caller>().await?;
        let input = call.rest_input().await?;
        let (name, ()) = call.rest_fields::<(String, ())>(&input, &["name"])?;
        rest::value(rest_of_it::rename_account(caller, name).await)
    }
    GetBasket &[refusals::<(), Session>()], |call| {
        let session = call.extract::<Session>().await?;
        call.no_rest_input().await?;
        rest::value(rest_of_it::get_basket(session).await)
    }
    PutBasket &[refusals::<(), Session>()], |call| {
        let session = call.extract::<Session>().await?;
        let input = call.rest_input().await?;
        let (items, (note, ())) = call
            .rest_fields::<(Vec<u32>, (Option<String>, ()))>(&input, &["items", "note"])?;
        rest::value(rest_of_it::put_basket(session, items, note).await)
    }
    SendMessage &[], |call| {
        let input = call.rest_input().await?;
        let (shelf, (urgent, (message, ()))) = call.rest_fields::<(u8, (bool, (Message, ())))>(
            &input,
            &["shelf", "urgent", "message"],
        )?;
        rest::value(rest_of_it::send_message(shelf, urgent, message).await)
    }
    Search &[], |call| {
        let input = call.rest_input().await?;
        let (text, (page, ())) = call
            .rest_fields::<(Cow<'_, str>, (Option<i16>, ()))>(&input, &["text", "page"])?;
        rest::value(rest_of_it::search(&text, page).await)
    }
    Fail &[], |call| {
        call.no_rest_input().await?;
        rest::value(rest_of_it::fail().await)
    }
    Plant &[], |call| {
        let input = call.rest_input().await?;
        let tree = call.rest::<Tree>(&input)?;
        rest::value(rest_of_it::plant(tree).await)
    }
}

const ROWS: &[Action<()>] = &[
    Action::new::<ListProducts>(
        const { &info("products.list_products", 1, Kind::Query, &[]) },
        WIRE,
    )
    .rest::<ListProducts>(
        const {
            &[route(
                RouteMethod::Get,
                LIST,
                FILTER,
                RouteBody::None,
                PUBLIC,
            )]
        },
    ),
    Action::rest_only::<GetProduct>(
        const { &info("products.get_product", 2, Kind::Query, OF_PRODUCTS) },
        WIRE,
        const {
            &[Route {
                cache: Some("public, max-age=30"),
                ..route(RouteMethod::Get, ONE, ID, RouteBody::None, PUBLIC)
            }]
        },
    ),
    Action::rest_only::<GetProductV1>(
        const { &info("products.get_product_v1", 3, Kind::Query, OF_PRODUCTS) },
        WIRE,
        const {
            &[Route {
                version: "v1",
                deprecation: Some(Deprecation {
                    since_unix: 1_780_272_000,
                    sunset_unix: Some(1_811_808_000),
                    link: Some("https://example.com/upgrade"),
                }),
                ..route(
                    RouteMethod::Get,
                    &[V1, PRODUCTS, Segment::Parameter],
                    ID,
                    RouteBody::None,
                    PUBLIC,
                )
            }]
        },
    ),
    Action::rest_only::<GetRevision>(
        const { &info("products.get_revision", 4, Kind::Query, OF_PRODUCTS) },
        WIRE,
        const {
            &[route(
                RouteMethod::Get,
                &[
                    V2,
                    PRODUCTS,
                    Segment::Parameter,
                    Segment::Literal("revision"),
                ],
                ID,
                RouteBody::None,
                PUBLIC,
            )]
        },
    ),
    Action::rest_only::<CreateProduct>(
        const { &info("products.create_product", 5, Kind::Action, OF_PRODUCTS) },
        WIRE,
        const {
            &[Route {
                success: 201,
                ..route(RouteMethod::Post, LIST, &[], RouteBody::Input, PARTNER)
            }]
        },
    ),
    Action::rest_only::<PutProduct>(
        const { &info("products.put_product", 6, Kind::Action, OF_PRODUCTS) },
        WIRE,
        const {
            &[route(
                RouteMethod::Put,
                ONE,
                ID,
                RouteBody::Member("product"),
                PARTNER,
            )]
        },
    ),
    Action::rest_only::<UpdateProduct>(
        const { &info("products.update_product", 7, Kind::Action, OF_PRODUCTS) },
        WIRE,
        const {
            &[route(
                RouteMethod::Patch,
                ONE,
                ID,
                RouteBody::Member("change"),
                PARTNER,
            )]
        },
    ),
    Action::rest_only::<DeleteProduct>(
        const { &info("products.delete_product", 8, Kind::Action, OF_PRODUCTS) },
        WIRE,
        const {
            &[route(
                RouteMethod::Delete,
                ONE,
                ID,
                RouteBody::None,
                PARTNER,
            )]
        },
    ),
    Action::rest_only::<ExportProducts>(
        const { &info("products.export_products", 9, Kind::Action, &[SIGNED_OUT]) },
        WIRE,
        const {
            &[Route {
                success: 202,
                ..route(
                    RouteMethod::Post,
                    &[V2, Segment::Literal("exports")],
                    &[],
                    RouteBody::None,
                    PARTNER,
                )
            }]
        },
    ),
    Action::rest_only::<GetAccount>(
        const { &info("get_account", 10, Kind::Query, &[SIGNED_OUT]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Get,
                &[V2, Segment::Literal("account")],
                &[],
                RouteBody::None,
                CALLER,
            )]
        },
    ),
    Action::rest_only::<RenameAccount>(
        const { &info("rename_account", 11, Kind::Action, &[SIGNED_OUT]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Post,
                &[V2, Segment::Literal("account")],
                &[],
                RouteBody::Object,
                CALLER,
            )]
        },
    ),
    Action::rest_only::<GetBasket>(
        const { &info("get_basket", 12, Kind::Query, &[SIGNED_OUT]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Get,
                &[V2, Segment::Literal("basket")],
                &[],
                RouteBody::None,
                SESSION,
            )]
        },
    ),
    Action::rest_only::<PutBasket>(
        const { &info("put_basket", 13, Kind::Action, &[SIGNED_OUT]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Put,
                &[V2, Segment::Literal("basket")],
                &[],
                RouteBody::Object,
                SESSION,
            )]
        },
    ),
    Action::rest_only::<SendMessage>(
        const { &info("send_message", 14, Kind::Action, &[]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Post,
                &[
                    V2,
                    Segment::Literal("shelves"),
                    Segment::Parameter,
                    Segment::Literal("messages"),
                ],
                MESSAGE,
                RouteBody::Member("message"),
                PUBLIC,
            )]
        },
    ),
    Action::rest_only::<Search>(
        const { &info("search", 15, Kind::Query, &[]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Get,
                &[V2, Segment::Literal("search"), Segment::Parameter],
                SEARCH,
                RouteBody::None,
                PUBLIC,
            )]
        },
    ),
    Action::rest_only::<Fail>(
        const { &info("fail", 16, Kind::Query, &[]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Get,
                &[V2, Segment::Literal("failure")],
                &[],
                RouteBody::None,
                PUBLIC,
            )]
        },
    ),
    Action::rest_only::<Plant>(
        const { &info("plant", 17, Kind::Action, &[]) },
        WIRE,
        const {
            &[route(
                RouteMethod::Post,
                &[V2, Segment::Literal("trees")],
                &[],
                RouteBody::Input,
                PUBLIC,
            )]
        },
    ),
];
