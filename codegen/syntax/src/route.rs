//! `rest = "GET /v1/products/{id}"`: one door of a function to REST.

use std::fmt;

use proc_macro2::{Span, TokenStream};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Expr, ExprLit, Lit, LitStr, Token};

use crate::deprecation::{self, Deprecation};
use crate::path::{self, Segment};
use crate::problem::Problems;
use crate::written::{Grammar, Value, Written};

const GRAMMAR: Grammar = Grammar {
    attribute: "`rest`",
    options: &["deprecated"],
};

/// One route, validated.
#[derive(Clone, Debug)]
pub struct Route {
    /// What it answers to.
    pub pattern: Pattern,
    /// `deprecated(…)` of this route.
    pub deprecation: Option<Deprecation>,
    /// The string in which it is written.
    pub span: Span,
}

/// A method, a path, and which inputs the query holds beside those of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// How it is called.
    pub method: Method,
    /// The first segment: `v1`.
    pub version: String,
    /// All segments, the version included.
    pub segments: Vec<Segment>,
    /// The names that follow `?`.
    pub query: Vec<String>,
}

/// The methods that a route can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Adds to a collection, or does something.
    Post,
    /// Replaces.
    Put,
    /// Changes a part.
    Patch,
    /// Removes.
    Delete,
}

/// `"GET /v1/…"`, then options.
struct Parts(LitStr, TokenStream);

impl Parse for Parts {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let literal = input.parse()?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok(Parts(literal, input.parse()?))
    }
}

/// Reads the option `rest`, written as `rest = "…"` or as `rest("…", deprecated(…))`.
pub(crate) fn read(option: &Written, problems: &mut Problems) -> Option<Route> {
    let (literal, options) = match &option.value {
        Value::Equals(Expr::Lit(ExprLit {
            lit: Lit::Str(literal),
            ..
        })) => (literal.clone(), TokenStream::new()),
        Value::Parentheses(tokens) => match Parts::parse.parse2(tokens.clone()) {
            Ok(Parts(literal, options)) => (literal, options),
            Err(_) => return refuse(option, problems),
        },
        Value::Equals(_) | Value::Absent => return refuse(option, problems),
    };
    let mut deprecation = None;
    for option in GRAMMAR.split(options, &[], problems) {
        match option.name.as_str() {
            "deprecated" => deprecation = deprecation::read(&option, problems),
            _ => GRAMMAR.unknown(&option, problems),
        }
    }
    match Pattern::parse(&literal.value()) {
        Ok(pattern) => Some(Route {
            pattern,
            deprecation,
            span: literal.span(),
        }),
        Err(wrong) => {
            let message = format!("`{}` is not a route: {}", literal.value(), wrong.why);
            problems.invalid(literal.span(), message, "not a route", wrong.help);
            None
        }
    }
}

fn refuse(option: &Written, problems: &mut Problems) -> Option<Route> {
    let help = "write `rest = \"GET /v1/products/{id}\"`, or \
                `rest(\"GET /v1/products/{id}\", deprecated(since = \"2026-06-01\"))`";
    option.refuse("a method and a path", help, problems);
    None
}

/// Why a text is not a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The end of a sentence.
    pub why: String,
    /// The way out.
    pub help: &'static str,
}

const METHODS: &str = "a route begins with GET, POST, PUT, PATCH or DELETE, and a space";
const VERSION: &str = "let the path begin with a version, such as `/v1/products`: consumers stay \
                       with the one they were written for";
const QUERY: &str = "after `?` stand the names of inputs, joined by `&`, such as `?dry_run&tag`";

impl Pattern {
    /// Reads a method, a space, a path with a version, and perhaps `?` with names.
    ///
    /// ```
    /// use tramline_syntax::route::{Method, Pattern};
    ///
    /// let pattern = Pattern::parse("PUT /v2/products/{id}?dry_run").unwrap();
    /// assert_eq!((pattern.method, pattern.version.as_str()), (Method::Put, "v2"));
    /// assert_eq!(pattern.query, ["dry_run"]);
    /// assert_eq!(pattern.path(), "/v2/products/{id}");
    /// ```
    ///
    /// # Errors
    ///
    /// Says what is wrong, and the way out.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let method = text.split_once(' ').and_then(|(name, target)| {
            let method = Method::ALL.iter().find(|method| method.name() == name)?;
            Some((*method, target))
        });
        let Some((method, target)) = method else {
            return Err(Wrong::new("it has no method", METHODS));
        };
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, query.split('&').map(str::to_owned).collect()),
            None => (target, Vec::new()),
        };
        let segments = path::parse(path)?;
        let version = match segments.as_slice() {
            [Segment::Literal(version), _, ..] if is_version(version) => version.clone(),
            _ => return Err(Wrong::new("its path has no version", VERSION)),
        };
        let pattern = Pattern {
            method,
            version,
            segments,
            query,
        };
        pattern.names_are_sound()?;
        Ok(pattern)
    }

    fn names_are_sound(&self) -> Result<(), Wrong> {
        if let Some(name) = self.query.iter().find(|name| !path::is_name(name)) {
            let why = format!("`{name}` cannot be the name of an input");
            return Err(Wrong::new(why, QUERY));
        }
        let mut seen: Vec<&str> = Vec::new();
        for name in self
            .parameters()
            .chain(self.query.iter().map(String::as_str))
        {
            if seen.contains(&name) {
                let why = format!("`{name}` stands in it twice");
                return Err(Wrong::new(why, "each input has one place"));
            }
            seen.push(name);
        }
        Ok(())
    }

    /// The names in the path, in order.
    pub fn parameters(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Parameter(name) => Some(name.as_str()),
            Segment::Literal(_) => None,
        })
    }

    /// The path as it was written.
    pub fn path(&self) -> String {
        path::text(&self.segments)
    }
}

/// `v` and a number from 1 on.
pub fn is_version(segment: &str) -> bool {
    let digits = segment.strip_prefix('v').unwrap_or_default();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && !digits.starts_with('0') && digits.len() <= 9
}

impl Wrong {
    pub(crate) fn new(why: impl Into<String>, help: &'static str) -> Self {
        Wrong {
            why: why.into(),
            help,
        }
    }
}

impl Method {
    const ALL: &[Method] = &[
        Method::Get,
        Method::Post,
        Method::Put,
        Method::Patch,
        Method::Delete,
    ];

    /// As it stands in a request.
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
