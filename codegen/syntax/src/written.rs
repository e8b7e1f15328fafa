//! Options as they are written, before anyone asks what they mean.

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Expr, ExprLit, Ident, Lit, LitInt, LitStr, Meta, MetaNameValue, Token};

use crate::nearest::nearest;
use crate::problem::{Problem, ProblemKind, Problems};

/// One option: `name`, `name = value` or `name(…)`.
pub(crate) struct Written {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// What follows an option's name.
pub(crate) enum Value {
    Absent,
    Equals(Expr),
    Parentheses(TokenStream),
}

/// What an attribute accepts, for messages.
pub(crate) struct Grammar {
    /// Its name, as in a sentence.
    pub(crate) attribute: &'static str,
    /// The names of its options.
    pub(crate) options: &'static [&'static str],
}

/// One option; unlike a [`Meta`], it may be called `as`.
struct Entry(Meta);

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(Token![as]) {
            return input.parse().map(Entry);
        }
        let path = Ident::parse_any(input)?.into();
        if !input.peek(Token![=]) {
            return Ok(Entry(Meta::Path(path)));
        }
        Ok(Entry(Meta::NameValue(MetaNameValue {
            path,
            eq_token: input.parse()?,
            value: input.parse()?,
        })))
    }
}

impl Grammar {
    /// Splits `tokens` at the commas. Repeated options and syntax errors are problems already;
    /// `repeatable` may occur more than once.
    pub(crate) fn split(
        &self,
        tokens: TokenStream,
        repeatable: &[&str],
        problems: &mut Problems,
    ) -> Vec<Written> {
        let parsed = match Punctuated::<Entry, Token![,]>::parse_terminated.parse2(tokens) {
            Ok(parsed) => parsed,
            Err(error) => {
                let message = format!("cannot read the options of {}: {error}", self.attribute);
                let help = format!("options are separated by commas; {}", self.list());
                problems.invalid(error.span(), message, "unexpected here", &help);
                return Vec::new();
            }
        };
        let mut written: Vec<Written> = Vec::new();
        for option in parsed.into_iter().map(|entry| Written::from_meta(entry.0)) {
            let repeated = written.iter().any(|earlier| earlier.name == option.name);
            if repeated && !repeatable.contains(&option.name.as_str()) {
                let message = format!("option `{}` is given twice", option.name);
                problems.invalid(option.span, message, "the second time", "keep one of them");
            } else {
                written.push(option);
            }
        }
        written
    }

    /// Records an option that this attribute does not have.
    pub(crate) fn unknown(&self, option: &Written, problems: &mut Problems) {
        let help = match nearest(&option.name, self.options) {
            Some(known) => format!("did you mean `{known}`? {}", self.list()),
            None => self.list(),
        };
        problems.push(Problem {
            kind: ProblemKind::UnknownOption,
            span: option.span,
            message: format!("{} has no option `{}`", self.attribute, option.name),
            label: "unknown option".to_owned(),
            help,
        });
    }

    fn list(&self) -> String {
        let quoted: Vec<_> = self
            .options
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        match quoted.as_slice() {
            [only] => format!("the only option is {only}"),
            _ => format!("the options are {}", quoted.join(", ")),
        }
    }
}

impl Written {
    fn from_meta(meta: Meta) -> Self {
        let path = meta.path();
        let name = match path.get_ident() {
            Some(name) => name.unraw().to_string(),
            None => {
                let segments = path
                    .segments
                    .iter()
                    .map(|segment| segment.ident.to_string());
                segments.collect::<Vec<_>>().join("::")
            }
        };
        let span = path.span();
        let value = match meta {
            Meta::Path(_) => Value::Absent,
            Meta::NameValue(pair) => Value::Equals(pair.value),
            Meta::List(list) => Value::Parentheses(list.tokens),
        };
        Written { name, span, value }
    }

    /// The string literal of `name = "…"`.
    pub(crate) fn string(&self, problems: &mut Problems) -> Option<LitStr> {
        if let Value::Equals(Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        })) = &self.value
        {
            return Some(literal.clone());
        }
        self.refuse(
            "a string",
            &format!("write `{} = \"…\"`", self.name),
            problems,
        );
        None
    }

    /// The integer literal of `name = 1`.
    pub(crate) fn integer(&self, example: &str, problems: &mut Problems) -> Option<(u64, LitInt)> {
        if let Value::Equals(Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        })) = &self.value
            && let Ok(value) = literal.base10_parse()
        {
            return Some((value, literal.clone()));
        }
        self.refuse(
            "an integer literal",
            &format!("write `{} = {example}`", self.name),
            problems,
        );
        None
    }

    /// Checks that nothing follows the name.
    pub(crate) fn flag(&self, problems: &mut Problems) {
        if !matches!(self.value, Value::Absent) {
            self.refuse("no value", &format!("write `{}`", self.name), problems);
        }
    }

    /// Records that the value is not what the option takes.
    pub(crate) fn refuse(&self, takes: &str, help: &str, problems: &mut Problems) {
        let span = match &self.value {
            Value::Equals(value) => value.span(),
            _ => self.span,
        };
        let message = format!("option `{}` takes {takes}", self.name);
        problems.invalid(span, message, &format!("expected {takes}"), help);
    }
}
