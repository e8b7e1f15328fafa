//! A package that is edited at random, and can always be read, or nearly so.

use std::fs;
use std::path::Path;

use crate::random::Random;

const MANIFEST: &str = "[package]\nname = \"edited\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                        [build-dependencies]\ntramline-codegen = \"0.1\"\n";

const FORMS: &[&str] = &[
    ".typescript(\"web/api\")",
    ".javascript(\"web/api\")",
    ".typescript(\"web/api\").import_suffix(\".js\")",
    ".typescript(\"web/api\").package(\"tramline\")",
];

const CASES: &[&str] = &["camelCase", "snake_case", "SCREAMING_SNAKE_CASE"];

/// What is written of one package.
pub(super) struct Package {
    modules: Vec<Module>,
    form: &'static str,
    /// A file that cannot be parsed, or a module without a file.
    broken: Option<&'static str>,
    names: usize,
}

#[derive(Clone)]
struct Module {
    name: String,
    /// Moves everything after them.
    comments: usize,
    /// Whether it stands in the file of the root.
    is_inline: bool,
    types: Vec<Type>,
    functions: Vec<Function>,
}

#[derive(Clone)]
struct Type {
    name: String,
    attributes: String,
    form: Form,
    fields: Vec<(String, Mention)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Struct,
    Tuple,
    Enum,
    Generic,
    Alias,
    Error,
}

#[derive(Clone)]
struct Function {
    name: String,
    docs: usize,
    body: usize,
    input: Mention,
    output: Mention,
    error: Option<Mention>,
}

/// A type that is written somewhere.
#[derive(Clone)]
struct Mention {
    /// What it is, of the standard library, or around a type of the package.
    around: &'static str,
    of: Option<Name>,
    way: Way,
}

#[derive(Clone)]
struct Name {
    module: String,
    name: String,
    is_generic: bool,
}

/// How a type is reached.
#[derive(Clone, Copy)]
enum Way {
    Path,
    Super,
    Reexport,
    Glob,
}

impl Package {
    pub(super) fn new() -> Self {
        Package {
            modules: Vec::new(),
            form: FORMS[0],
            broken: None,
            names: 0,
        }
    }

    /// Changes something.
    pub(super) fn edit(&mut self, random: &mut Random) {
        self.broken = None;
        let count = self.modules.len();
        if count < 3 || random.once_in(20) {
            self.add_module(random);
            return;
        }
        let here = random.below(count);
        match random.below(22) {
            0 if count > 3 => {
                let gone = self.modules.remove(here);
                self.forget(|name| name.module == gone.name);
            }
            1 => self.rename_module(here),
            2 => self.modules.swap(0, here),
            3 => self.modules[here].is_inline ^= true,
            4 => self.modules[here].comments = random.below(5),
            5 => self.form = random.pick(FORMS),
            6 => self.broken = Some(random.pick(&["mod missing;\n", "struct {\n"])),
            7..=9 => self.add_type(here, random),
            10 => self.rename_type(here, random),
            11 => self.remove_type(here, random),
            12..=15 => self.change_type(here, random),
            16..=18 => self.add_function(here, random),
            19 if !self.modules[here].functions.is_empty() => {
                let functions = &mut self.modules[here].functions;
                functions.remove(random.below(functions.len()));
            }
            _ => self.change_function(here, random),
        }
    }

    fn name(&mut self, start: &str) -> String {
        self.names += 1;
        format!("{start}{}", self.names)
    }

    fn add_module(&mut self, random: &mut Random) {
        let name = self.name("module");
        self.modules.push(Module {
            name,
            comments: 0,
            is_inline: random.once_in(3),
            types: Vec::new(),
            functions: Vec::new(),
        });
        let here = self.modules.len() - 1;
        self.add_type(here, random);
        self.add_function(here, random);
    }

    fn rename_module(&mut self, here: usize) {
        let name = self.name("module");
        let old = std::mem::replace(&mut self.modules[here].name, name.clone());
        self.each_name(|known| {
            if known.module == old {
                known.module.clone_from(&name);
            }
        });
    }

    fn add_type(&mut self, here: usize, random: &mut Random) {
        let name = self.name("Type");
        let form = random.pick(&[
            Form::Struct,
            Form::Struct,
            Form::Tuple,
            Form::Enum,
            Form::Generic,
            Form::Alias,
            Form::Error,
        ]);
        let mut new = Type {
            name,
            attributes: String::new(),
            form,
            fields: Vec::new(),
        };
        for index in 0..=random.below(3) {
            new.fields
                .push((format!("field{index}"), self.mention(random)));
        }
        self.modules[here].types.push(new);
    }

    fn rename_type(&mut self, here: usize, random: &mut Random) {
        let name = self.name("Type");
        let module = &mut self.modules[here];
        if module.types.is_empty() {
            return;
        }
        let place = random.below(module.types.len());
        let old = std::mem::replace(&mut module.types[place].name, name.clone());
        self.each_name(|known| {
            if known.name == old {
                known.name.clone_from(&name);
            }
        });
    }

    fn remove_type(&mut self, here: usize, random: &mut Random) {
        let module = &mut self.modules[here];
        if !module.types.is_empty() {
            let gone = module.types.remove(random.below(module.types.len()));
            self.forget(|name| name.name == gone.name);
        }
    }

    fn change_type(&mut self, here: usize, random: &mut Random) {
        let mention = self.mention(random);
        let name = self.name("field");
        let module = &mut self.modules[here];
        if module.types.is_empty() {
            return;
        }
        let place = random.below(module.types.len());
        let changed = &mut module.types[place];
        let field = random.below(changed.fields.len());
        match random.below(6) {
            0 => changed.fields.push((name, mention)),
            1 if changed.fields.len() > 1 => drop(changed.fields.remove(field)),
            2 => changed.fields[field].0 = name,
            3 => changed.fields.swap(0, field),
            4 if !matches!(changed.form, Form::Alias | Form::Error) => {
                let case = random.pick(CASES);
                changed.attributes = random.pick(&[
                    String::new(),
                    "/// Documented.\n".to_owned(),
                    format!("#[serde(rename_all = \"{case}\")]\n"),
                    "#[deprecated]\n".to_owned(),
                ]);
            }
            _ => changed.fields[field].1 = mention,
        }
    }

    fn add_function(&mut self, here: usize, random: &mut Random) {
        let new = Function {
            name: self.name("function"),
            docs: 0,
            body: 0,
            input: self.mention(random),
            output: self.mention(random),
            error: None,
        };
        self.modules[here].functions.push(new);
    }

    fn change_function(&mut self, here: usize, random: &mut Random) {
        let (input, output) = (self.mention(random), self.mention(random));
        let name = self.name("function");
        let error = self.error(random);
        let functions = &mut self.modules[here].functions;
        if functions.is_empty() {
            return;
        }
        let place = random.below(functions.len());
        let changed = &mut functions[place];
        match random.below(7) {
            0 => changed.name = name,
            1 => changed.docs += 1,
            2 => changed.body += 1,
            3 => changed.input = input,
            4 => changed.output = output,
            _ => changed.error = error,
        }
    }

    fn mention(&self, random: &mut Random) -> Mention {
        let wire = |one: &&Type| one.form != Form::Error;
        let of = self.any(random, wire).filter(|_| !random.once_in(3));
        Mention {
            around: match of {
                Some(_) => random.pick(&["", "", "Vec", "Option"]),
                None => random.pick(&["u32", "String", "bool", "Vec<f64>", "u64"]),
            },
            of,
            way: random.pick(&[Way::Path, Way::Super, Way::Reexport, Way::Glob]),
        }
    }

    fn error(&self, random: &mut Random) -> Option<Mention> {
        let of = self.any(random, |one| one.form == Form::Error)?;
        Some(Mention {
            around: "",
            of: Some(of),
            way: random.pick(&[Way::Path, Way::Super, Way::Reexport, Way::Glob]),
        })
    }

    fn any(&self, random: &mut Random, wanted: impl Fn(&&Type) -> bool) -> Option<Name> {
        let mut found = Vec::new();
        for module in &self.modules {
            found.extend(module.types.iter().filter(&wanted).map(|one| Name {
                module: module.name.clone(),
                name: one.name.clone(),
                is_generic: one.form == Form::Generic,
            }));
        }
        (!found.is_empty()).then(|| random.pick(&found))
    }

    fn each_mention(&mut self, mut change: impl FnMut(&mut Mention)) {
        for module in &mut self.modules {
            for one in &mut module.types {
                one.fields.iter_mut().for_each(|(_, ty)| change(ty));
            }
            for function in &mut module.functions {
                change(&mut function.input);
                change(&mut function.output);
                function.error.iter_mut().for_each(&mut change);
            }
        }
    }

    fn each_name(&mut self, mut change: impl FnMut(&mut Name)) {
        self.each_mention(|mention| mention.of.iter_mut().for_each(&mut change));
    }

    /// What spoke of these speaks of something else.
    fn forget(&mut self, gone: impl Fn(&Name) -> bool) {
        for module in &mut self.modules {
            for function in &mut module.functions {
                let error = function.error.take();
                function.error = error.filter(|error| !error.of.as_ref().is_some_and(&gone));
            }
        }
        self.each_mention(|mention| {
            if mention.of.as_ref().is_some_and(&gone) {
                (mention.around, mention.of) = ("String", None);
            }
        });
    }

    /// Writes it into a folder that may hold an earlier state.
    pub(super) fn write(&self, folder: &Path) {
        let sources = folder.join("src");
        let mut files = vec![(folder.join("Cargo.toml"), MANIFEST.to_owned())];
        let form = self.form;
        let script = format!("fn main() {{ tramline_codegen::Builder::new(){form}.build(); }}\n");
        files.push((folder.join("build.rs"), script));
        let mut root = String::from("pub mod all {\n");
        for module in &self.modules {
            root += &format!("    pub use crate::{}::*;\n", module.name);
        }
        root += "}\n";
        for module in &self.modules {
            let (name, text) = (&module.name, module.text());
            if module.is_inline {
                root += &format!("pub mod {name} {{\n{text}}}\n");
            } else {
                root += &format!("pub mod {name};\n");
                files.push((sources.join(format!("{name}.rs")), text));
            }
        }
        root.extend(self.broken);
        files.push((sources.join("lib.rs"), root));
        fs::create_dir_all(&sources).unwrap();
        for present in fs::read_dir(&sources).unwrap() {
            let present = present.unwrap().path();
            if files.iter().all(|(wanted, _)| *wanted != present) {
                fs::remove_file(present).unwrap();
            }
        }
        for (path, text) in files {
            fs::write(path, text).unwrap();
        }
    }
}

impl Module {
    fn text(&self) -> String {
        let mut text = "// A comment.\n".repeat(self.comments);
        text += "use serde::{Deserialize, Serialize};\nuse crate::all::*;\n";
        let texts = self.types.iter().map(Type::text);
        text.extend(texts.chain(self.functions.iter().map(Function::text)));
        text
    }
}

impl Type {
    fn text(&self) -> String {
        let Type {
            name, attributes, ..
        } = self;
        let fields = |separator: &str, field: &dyn Fn(&str, &str) -> String| {
            let fields = self.fields.iter();
            let fields = fields.map(|(name, ty)| field(name, &ty.text()));
            fields.collect::<Vec<_>>().join(separator)
        };
        let named = || fields(", ", &|name, ty| format!("pub {name}: Box<{ty}>"));
        let derived = "#[derive(Serialize, Deserialize)]\n";
        let body = match self.form {
            Form::Struct => format!("pub struct {name} {{ {} }}", named()),
            Form::Generic => format!("pub struct {name}<T> {{ pub value: T, {} }}", named()),
            Form::Tuple => {
                let fields = fields(", ", &|_, ty| format!("pub Box<{ty}>"));
                format!("pub struct {name}({fields}, pub u8);")
            }
            Form::Enum => {
                let variants = fields(", ", &|name, ty| {
                    format!("V{name}, W{name} {{ inner: Box<{ty}> }}")
                });
                format!("pub enum {name} {{ {variants} }}")
            }
            Form::Alias => return format!("pub type {name} = Vec<(String, u32)>;\n"),
            Form::Error => {
                let variants = fields(", ", &|variant, ty| {
                    format!("#[error(status = 409)] {name}{variant} {{ inner: Box<{ty}> }}")
                });
                let derived = "#[derive(Debug, tramline::ActionError)]\n";
                return format!("{derived}pub enum {name} {{ {variants} }}\n");
            }
        };
        format!("{derived}{attributes}{body}\n")
    }
}

impl Function {
    fn text(&self) -> String {
        let Function {
            name, docs, body, ..
        } = self;
        let docs = format!("/// Documented {docs} times.\n");
        let (input, output) = (self.input.text(), self.output.text());
        let returns = match &self.error {
            Some(error) => format!("Result<{output}, {}>", error.text()),
            None => output,
        };
        let head = format!("#[tramline::action]\npub async fn {name}(input: {input})");
        format!("{docs}{head} -> {returns} {{ todo!(\"{body}\") }}\n")
    }
}

impl Mention {
    fn text(&self) -> String {
        let Some(Name {
            module,
            name,
            is_generic,
        }) = &self.of
        else {
            return self.around.to_owned();
        };
        let path = match self.way {
            Way::Path => format!("crate::{module}::{name}"),
            Way::Super => format!("super::{module}::{name}"),
            Way::Reexport => format!("crate::all::{name}"),
            Way::Glob => name.clone(),
        };
        let ty = if *is_generic {
            format!("{path}<u16>")
        } else {
            path
        };
        match self.around {
            "" => ty,
            around => format!("{around}<{ty}>"),
        }
    }
}
