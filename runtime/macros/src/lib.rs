//! The attributes and derives of [tramline](https://docs.rs/tramline), which re-exports them.
//!
//! An attribute leaves its function as it is and includes, beside it, the file that the build
//! script wrote for it. So functions and types may be as private as they like, and what rustc says
//! about them, it says where they stand. The grammar of the attributes is `tramline-syntax`'s,
//! which the build step reads them with as well.

mod error;
mod event;
mod function;
mod generated;
mod root;
mod wire;

use proc_macro::TokenStream;

use generated::Folder;

/// Lets clients call an async function that may change state.
///
/// ```text
/// #[tramline::action]
/// async fn create_post(#[extract] author: CurrentUser, post: NewPost) -> Result<Post, PostError> {
///     // …
/// }
/// ```
///
/// The function stays an ordinary function. Parameters with `#[extract]` come from the request
/// (`Extract`), the others from the caller: a single struct with named fields is the input itself,
/// else the parameters become the fields of one object. `#[wire(default = …)]` on a parameter lets
/// callers leave it out.
///
/// # Options
///
/// - `name = "posts.create"`: the whole name, instead of `[namespace.]module.function`.
/// - `renamed_from = "posts.add"`: the whole name that the action had before, so that pages loaded
///   before the change of name still reach it. `["posts.new", "posts.add"]` where it changed more
///   than once.
/// - `breaking = "drafts are gone"`: why the callers of past versions are given up, where a change is
///   not compatible with them. `tramline.lock` keeps the reason.
/// - `body_limit = 65536`: the largest input in bytes, instead of the service's limit.
/// - `label(key = "value", …)`: for layers to read from `ActionInfo`.
///
/// # Errors while compiling
///
/// Without a build script that runs `tramline_codegen::Builder`, and where that could not see the
/// function or understand it, an error at the function's name says so.
#[proc_macro_attribute]
pub fn action(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let folder = Folder::of_build_script();
    function::expand("action", arguments.into(), item.into(), &folder).into()
}

/// Lets clients call an async function that only reads.
///
/// The same as [`macro@action`], but the client may ask with GET, so the function must be safe in
/// the sense of HTTP: calling it changes nothing that anyone would mind.
#[proc_macro_attribute]
pub fn query(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let folder = Folder::of_build_script();
    function::expand("query", arguments.into(), item.into(), &folder).into()
}

/// Lets third parties call an async function, who prove who they are by signing what they send.
///
/// ```text
/// /// Payments that settle, told by the payment provider.
/// #[webhook("POST /hooks/payments", receiver = PaymentHooks)]
/// async fn payment_settled(#[extract] db: State<Db>, event: PaymentEvent) -> Result<(), PaymentError> {
///     // …
/// }
/// ```
///
/// The path is the whole path, wherever the actions are mounted. The receiver is a type that is
/// `FromRef` of the state and `AsRef<tramline::webhook::Receiver>`. Signature and time are checked over
/// every byte as it came, then whether the delivery has been here before, then come the extractors. At
/// most one parameter is not `#[extract]`: it is the whole body, as plain JSON. What the module
/// `tramline::webhook` says of deliveries, unknown events and tests applies.
///
/// # Options
///
/// - `name = "payments.settled"`: the whole name, instead of `[namespace.]module.function`.
/// - `body_limit = 65536`: the largest body in bytes, instead of the service's limit.
/// - `label(key = "value", …)`: for layers to read from `ActionInfo`.
///
/// # Errors while compiling
///
/// As [`macro@action`].
#[proc_macro_attribute]
pub fn webhook(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let folder = Folder::of_build_script();
    function::expand("webhook", arguments.into(), item.into(), &folder).into()
}

/// Makes an enum the error of an action: `ActionError`, `Display`, `Error`, and a `From` for every
/// field marked `#[from]`.
///
/// # Attributes of variants
///
/// - `#[error(status = 409)]`: the HTTP status, 400 if not said.
/// - `#[error(code = "name_taken")]`: what the client switches on; the variant's name in snake
///   case if not said.
/// - `#[error(internal)]`: the caller sees `internal` and a request id, the log the cause.
/// - `#[error(flatten)]`: the one field is an error type too, whose variants join this one's.
/// - `#[from]` on the only field of a variant: `?` converts.
///
/// A variant displays as the first paragraph of its documentation, or else as the words of its
/// code; one that is internal or flattened as what it holds.
#[proc_macro_derive(ActionError, attributes(error, from, wire))]
pub fn action_error(item: TokenStream) -> TokenStream {
    error::expand(item.into()).into()
}

/// Makes a type an event that is sent to webhooks: `WebhookEvent`.
///
/// ```text
/// /// A product's price or stock has changed.
/// #[derive(Serialize, WebhookEvent)]
/// #[webhook_event("product.updated", version = "v2")]
/// pub struct ProductUpdated { … }
/// ```
///
/// The name is what receivers switch on: segments of `a-z`, `0-9` and `_`, joined by dots. The version
/// is that of the API whose description tells of the event; the build step puts it into the
/// `webhooks` of that document, with the type's documentation. A type that changes so that receivers
/// would no longer understand it is another type, with the next version.
///
/// The type also derives serde's `Serialize`: the event's data is plain JSON.
#[proc_macro_derive(WebhookEvent, attributes(webhook_event))]
pub fn webhook_event(item: TokenStream) -> TokenStream {
    event::expand(item.into(), &Folder::of_build_script()).into()
}

/// Has the compiler check, where a type stands, that the build step read its fields right.
///
/// Most types need no derive: they are checked wherever an action names them. This one is for
/// types whose fields are private to a module without actions. It generates no code that runs.
///
/// # Attributes of fields
///
/// How clients see a value; the bytes stay the same. Parameters of actions take these as well.
///
/// - `#[wire(number)]`, `#[wire(bigint)]`: 64-bit integers as the one or the other, whatever
///   `Builder::numbers` says. A `number` is checked for range on both sides.
/// - `#[wire(typed_array)]`: a `Vec` of numbers as `Float64Array`, `BigUint64Array` and so on.
/// - `#[wire(date)]`, `#[wire(string)]`: moments in time as `Date`, or as what travels.
/// - `#[wire(as = "Vec<String>")]`: what the field travels as, where the build step cannot know:
///   with a `#[serde(with = "…")]` of your own, or a type of a crate that it cannot read. Nothing
///   checks this but the values themselves.
#[proc_macro_derive(Wire, attributes(wire))]
pub fn wire(item: TokenStream) -> TokenStream {
    wire::expand(item.into(), &Folder::of_build_script()).into()
}

/// Includes the table of this crate's actions, and with it `fn actions(state)`.
///
/// Goes once into the root of the crate, `src/lib.rs` or `src/main.rs`.
///
/// ```text
/// tramline::include_actions!();
///
/// let service = tramline::Service::new(actions(state));
/// ```
#[proc_macro]
pub fn include_actions(_: TokenStream) -> TokenStream {
    root::expand(&Folder::of_build_script()).into()
}
