//! Annotated functions.

use tramline_syntax::action::{self, ActionOptions};
use tramline_syntax::{digest, name};

use super::modeller::{Modeller, Obstruction};
use super::names::{Entity, Namespace};
use super::routes::Doors;
use super::shape::Resolved;
use super::steps::Step;
use crate::check::signature;
use crate::diagnostics::Rule;
use crate::model::{
    Action, Direction, Encoding, Input, Kind, Output, OutputShape, PackageRole, Type,
};
use crate::scan::{FunctionItem, arguments, plain_name};

/// An annotated function on its way to an [`Action`].
pub(crate) struct Draft<'a> {
    pub(crate) function: &'a FunctionItem,
    pub(crate) action: Action,
    /// What is wrong with the function itself.
    pub(crate) obstructions: Vec<Obstruction>,
    /// What its types lead to, with the step that begins the way.
    pub(crate) roots: Vec<Root>,
    /// What its attribute says of REST.
    pub(crate) doors: Doors,
}

/// Where a search for obstructed types begins.
pub(crate) struct Root {
    pub(crate) step: Step,
    pub(crate) ends: Ends,
    pub(crate) direction: Direction,
}

/// A type or an error.
pub(crate) enum Ends {
    Type(Type),
    Error(crate::model::ErrorId),
    /// An extractor, by its place among the types of the scan.
    Extractor(usize),
}

impl<'a> Modeller<'a> {
    /// Every annotated function of the packages whose actions count.
    pub(crate) fn drafts(&mut self) -> Vec<Draft<'a>> {
        let sources = self.sources;
        let mut drafts = Vec::new();
        for function in &sources.functions {
            let module = sources.module(function.module);
            if sources.packages[module.package.0].role == PackageRole::Types {
                continue;
            }
            if let Some((mark, attribute)) = self.marked(function) {
                drafts.push(self.draft(function, mark, attribute));
            }
        }
        drafts
    }

    /// The attribute that makes the function an action, and its place among the others.
    fn marked(&self, function: &FunctionItem) -> Option<(Mark, usize)> {
        let mut attributes = function.item.attrs.iter().enumerate();
        attributes.find_map(|(place, attribute)| {
            let path = attribute.path();
            let segments = path
                .segments
                .iter()
                .map(|segment| plain_name(&segment.ident));
            let segments: Vec<String> = segments.collect();
            let absolute = path.leading_colon.is_some();
            let names = &self.types.names;
            let found = names.path(function.module, absolute, &segments, Namespace::Macro)?;
            Some((mark(&found)?, place))
        })
    }

    fn draft(&mut self, function: &'a FunctionItem, mark: Mark, place: usize) -> Draft<'a> {
        let mut obstructions = Vec::new();
        let attribute = &function.item.attrs[place];
        let arguments = arguments(attribute);
        let stem = function.item.stem(mark.word(), place);
        let module = function.module;
        let options = match mark {
            Mark::Action | Mark::Query => action::parse(arguments).map(|options| (options, None)),
            Mark::Webhook => self
                .webhook_options(arguments, attribute, module)
                .map(|(options, route)| (options, Some(route))),
        };
        let (mut options, webhook) = options.unwrap_or_else(|problems| {
            obstructions.extend(problems.iter().map(|problem| self.problem(problem, module)));
            Default::default()
        });
        let mut draft = Draft {
            function,
            doors: Doors::take(&mut options),
            action: self.outline(function, mark.kind(), stem, options),
            obstructions,
            roots: Vec::new(),
        };
        if mark == Mark::Webhook {
            draft.action.rpc = false;
            draft.action.webhook = webhook;
        }
        self.fill(&mut draft);
        draft
    }

    fn fill(&mut self, draft: &mut Draft<'a>) {
        let module = self.sources.module(draft.function.module);
        if module.stray {
            let at = draft.action.location;
            draft
                .obstructions
                .push(signature::other_target(&draft.action.function, at));
            return;
        }
        draft
            .obstructions
            .extend(signature::check(draft.function, self.sources));
        self.check_name(draft);
        let follows = |rule: Rule| matches!(rule, Rule::GenericFunction | Rule::SelfParameter);
        if draft
            .obstructions
            .iter()
            .any(|obstruction| follows(obstruction.rule))
        {
            return;
        }
        let errors = self.parameters(draft);
        self.webhook_input(draft);
        self.output(draft, errors);
    }

    /// Everything but parameters, input and output.
    fn outline(
        &self,
        function: &FunctionItem,
        kind: Kind,
        stem: String,
        options: ActionOptions,
    ) -> Action {
        let module = self.sources.module(function.module);
        let package = &self.sources.packages[module.package.0];
        let rust_name = plain_name(&function.item.sig.ident);
        let name = options.name.unwrap_or_else(|| {
            let namespace = package.namespace.iter();
            let segments = namespace.chain(&module.path).chain([&rust_name]);
            segments.map(String::as_str).collect::<Vec<_>>().join(".")
        });
        let mut cfg = module.cfg.clone();
        cfg.extend(crate::scan::cfgs(&function.item.attrs));
        Action {
            id: digest::bits48(&name),
            name,
            fingerprint: 0,
            schema: String::new(),
            kind,
            package: module.package,
            module: module.path.clone(),
            function: rust_name,
            stem,
            cfg,
            docs: function.item.docs(),
            location: self.locate(function.module, function.item.sig.ident.span()),
            source: self.sources.files[module.file].shown.clone(),
            parameters: Vec::new(),
            input: Input::None,
            output: Output {
                shape: OutputShape::Value,
                ok: Type::Unit,
                errors: Vec::new(),
                written: None,
            },
            renamed_from: options.renamed_from,
            breaking: options.breaking,
            body_limit: options.body_limit,
            labels: options.labels,
            encoding: Encoding::Postcard,
            json_reasons: Vec::new(),
            shaped: false,
            routes: Vec::new(),
            rpc: true,
            cache: None,
            authentication: Vec::new(),
            success: crate::model::Success::Ok,
            webhook: None,
        }
    }

    /// Names stand in URLs. What `name = "…"` says was checked with the attribute.
    fn check_name(&self, draft: &mut Draft<'_>) {
        let name = &draft.action.name;
        let lower = name.to_ascii_lowercase();
        if let Err(why) = name::validate(&lower) {
            let title = format!("`{name}` cannot be the name of an action: {why}");
            let help = "name it with `name = \"…\"` in the attribute";
            let label = "its name comes from here and from the modules around it";
            let at = draft.action.location;
            draft
                .obstructions
                .push(Obstruction::new(Rule::UnusableName, at, title, label, help));
        }
    }

    /// Remembers a type of the signature.
    pub(crate) fn root(
        &self,
        draft: &mut Draft<'_>,
        verb: &'static str,
        resolved: &Resolved,
        ends: Ends,
    ) {
        let step = Step::Signature {
            function: draft.action.function.clone(),
            verb,
            ty: resolved.at,
        };
        let direction = if verb == TAKES {
            Direction::Input
        } else {
            Direction::Output
        };
        draft.roots.push(Root {
            step,
            ends,
            direction,
        });
    }
}

/// How the way to an input begins.
pub(crate) const TAKES: &str = "takes";

/// Which attribute stands on a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Action,
    Query,
    Webhook,
}

impl Mark {
    /// Its name.
    fn word(self) -> &'static str {
        match self {
            Mark::Action => "action",
            Mark::Query => "query",
            Mark::Webhook => "webhook",
        }
    }

    /// Whether it lets the function change state.
    fn kind(self) -> Kind {
        match self {
            Mark::Action | Mark::Webhook => Kind::Action,
            Mark::Query => Kind::Query,
        }
    }
}

fn mark(entity: &Entity) -> Option<Mark> {
    let Entity::Foreign(path) = entity else {
        return None;
    };
    match path
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["tramline" | "tramline_macros", "action"] => Some(Mark::Action),
        ["tramline" | "tramline_macros", "query"] => Some(Mark::Query),
        ["tramline" | "tramline_macros", "webhook"] => Some(Mark::Webhook),
        _ => None,
    }
}
