//! What is different about a webhook: its options, and that its body is one value.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::Attribute;
use syn::spanned::Spanned as _;
use tramline_syntax::action::ActionOptions;
use tramline_syntax::problem::Problems;
use tramline_syntax::webhook;

use super::actions::Draft;
use super::modeller::{Modeller, Obstruction};
use crate::diagnostics::Rule;
use crate::model::{Input, WebhookRoute};
use crate::scan::ModuleId;

impl Modeller<'_> {
    /// The options of `#[webhook(…)]`: those that actions have too, and its own.
    ///
    /// # Errors
    ///
    /// What is wrong with them.
    pub(super) fn webhook_options(
        &self,
        arguments: TokenStream,
        attribute: &Attribute,
        module: ModuleId,
    ) -> Result<(ActionOptions, WebhookRoute), Problems> {
        let span = attribute.path().span();
        let options = webhook::parse(arguments, span)?;
        let route = WebhookRoute {
            path: options.path,
            receiver: options.receiver.to_token_stream().to_string(),
            location: self.locate(module, span),
        };
        let shared = ActionOptions {
            name: options.name,
            body_limit: options.body_limit,
            labels: options.labels,
            ..ActionOptions::default()
        };
        Ok((shared, route))
    }

    /// Makes sure that what a third party posts is one value, all of it.
    pub(super) fn webhook_input(&self, draft: &mut Draft<'_>) {
        let action = &draft.action;
        if action.webhook.is_none() {
            return;
        }
        let function = &action.function;
        let (title, label, help) = match &action.input {
            Input::Fields(fields) if fields.len() > 1 => (
                format!("the webhook `{function}` takes {} inputs", fields.len()),
                "the whole body of a webhook is one value",
                "take a struct or an enum of what the third party posts; what is not in the body is \
                 taken with `#[extract]`",
            ),
            Input::Fields(fields) if fields.iter().any(|field| field.optional) => (
                format!("the webhook `{function}` has a default for what is posted to it"),
                "a third party posts a whole body, or nothing that could have been signed",
                "leave `#[wire(default)]` out, and give the fields of a struct defaults",
            ),
            _ => return,
        };
        let at = action.location;
        let refused = Obstruction::new(Rule::WebhookInput, at, title, label, help);
        draft.obstructions.push(refused);
    }
}
