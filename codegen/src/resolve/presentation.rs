//! How clients see numbers and moments: as the build script says, or as an attribute does.

use syn::Attribute;
use syn::spanned::Spanned as _;
use tramline_syntax::field::{Form, Options};
use tramline_syntax::problem::Problems;

use super::known::{Layout, SYSTEM_TIME};
use super::modeller::{Modeller, Obstruction};
use super::wire::{Result, Wire};
use crate::choices::{Dates, Numbers};
use crate::diagnostics::Rule;
use crate::model::{Presentation, Scalar, Timestamp, Type};
use crate::scan::ModuleId;

impl Modeller<'_> {
    /// A type as clients see it, unless an attribute says otherwise.
    pub(crate) fn presented_as_usual(&mut self, ty: Type) -> Type {
        self.present(ty, None, &mut 0)
    }

    /// What travels, as an attribute wants clients to see it.
    pub(crate) fn presented(
        &mut self,
        wire: Wire,
        options: &Options,
        attributes: &[Attribute],
        module: ModuleId,
    ) -> Result<Wire> {
        let mut found = 0;
        let ty = self.present(wire.ty, options.form, &mut found);
        match options.form {
            Some(form) if found == 0 => {
                Err(Box::new(self.nothing_to_present(form, attributes, module)))
            }
            _ => Ok(Wire { ty, ..wire }),
        }
    }

    /// Applies `form` wherever it makes sense in what is written, and counts the places.
    fn present(&mut self, ty: Type, form: Option<Form>, found: &mut usize) -> Type {
        match ty {
            Type::Scalar(scalar) => self.integer(scalar, form, found),
            Type::Timestamp(timestamp, usual) => self.moment(timestamp, usual, form, found),
            Type::List(element) => match (form, *element) {
                (Some(Form::TypedArray), Type::Scalar(scalar)) if is_in_typed_arrays(scalar) => {
                    *found += 1;
                    Type::TypedArray(scalar)
                }
                (_, element) => Type::List(self.present_boxed(element, form, found)),
            },
            Type::Option(inner) => Type::Option(self.present_boxed(*inner, form, found)),
            Type::Set(inner) => Type::Set(self.present_boxed(*inner, form, found)),
            Type::Array(inner, length) => {
                Type::Array(self.present_boxed(*inner, form, found), length)
            }
            Type::ParameterArray(inner, index) => {
                Type::ParameterArray(self.present_boxed(*inner, form, found), index)
            }
            Type::Map(key, value) => {
                let key = self.present_boxed(*key, form, found);
                Type::Map(key, self.present_boxed(*value, form, found))
            }
            Type::Tuple(parts) => Type::Tuple(self.present_all(parts, form, found)),
            Type::Named(id, parts) => Type::Named(id, self.present_all(parts, form, found)),
            leaf => leaf,
        }
    }

    fn present_boxed(&mut self, ty: Type, form: Option<Form>, found: &mut usize) -> Box<Type> {
        Box::new(self.present(ty, form, found))
    }

    fn present_all(
        &mut self,
        types: Vec<Type>,
        form: Option<Form>,
        found: &mut usize,
    ) -> Vec<Type> {
        let types = types.into_iter();
        types.map(|ty| self.present(ty, form, found)).collect()
    }

    fn integer(&self, scalar: Scalar, form: Option<Form>, found: &mut usize) -> Type {
        if !matches!(scalar.word(), "u64" | "i64") {
            return Type::Scalar(scalar);
        }
        let safe = match form {
            Some(Form::Number) => true,
            Some(Form::BigInt) => false,
            _ => self.choices.numbers == Numbers::Safe,
        };
        if matches!(form, Some(Form::Number | Form::BigInt)) {
            *found += 1;
        }
        match safe {
            true => Type::Number(scalar),
            false => Type::Scalar(scalar),
        }
    }

    fn moment(
        &mut self,
        timestamp: Timestamp,
        usual: Presentation,
        form: Option<Form>,
        found: &mut usize,
    ) -> Type {
        let is_integer = matches!(
            timestamp,
            Timestamp::Seconds
                | Timestamp::Milliseconds
                | Timestamp::Microseconds
                | Timestamp::Nanoseconds
        );
        let date = match form {
            Some(Form::Date) => true,
            Some(Form::String) => false,
            Some(Form::Number | Form::BigInt) if is_integer => {
                return self.integer(Scalar::I64, form, found);
            }
            _ => usual == Presentation::Date && self.choices.dates == Dates::Date,
        };
        if matches!(form, Some(Form::Date | Form::String)) {
            *found += 1;
        }
        match timestamp {
            timestamp if date => Type::Timestamp(timestamp, Presentation::Date),
            Timestamp::SystemTime => self.laid_out(&Layout::Composite(&SYSTEM_TIME), &[]),
            _ if is_integer => self.integer(Scalar::I64, None, found),
            timestamp => Type::Timestamp(timestamp, Presentation::Plain),
        }
    }

    fn nothing_to_present(
        &self,
        form: Form,
        attributes: &[Attribute],
        module: ModuleId,
    ) -> Obstruction {
        let (what, example) = match form {
            Form::Number | Form::BigInt => ("a 64-bit integer", "`u64`"),
            Form::TypedArray => ("a list of numbers", "`Vec<f64>`"),
            Form::Date | Form::String => ("a moment in time", "`DateTime<Utc>`"),
        };
        let option = form.option();
        let title = format!("`#[wire({option})]` on a value without {what}");
        let help = format!("leave it out: `{option}` is for {what}, such as {example}");
        let mut attributes = attributes.iter();
        let attribute = attributes.find(|one| one.path().is_ident("wire"));
        let at = attribute.map(|one| self.locate(module, one.span()));
        let label = "this changes nothing";
        let at = at.unwrap_or_default();
        Obstruction::new(Rule::InvalidOption, at, title, label, help)
    }

    /// The mistakes in an attribute, as the first of them: the others come up with the next build.
    pub(crate) fn first_problem(&self, problems: &Problems, module: ModuleId) -> Obstruction {
        let problem = problems.iter().next();
        match problem {
            Some(problem) => self.problem(problem, module),
            None => self.nothing_to_present(Form::Number, &[], module),
        }
    }
}

/// Whether JavaScript has an array of these alone. Bytes are one already.
fn is_in_typed_arrays(scalar: Scalar) -> bool {
    match scalar {
        Scalar::Bool | Scalar::Char | Scalar::U128 | Scalar::I128 | Scalar::U8 => false,
        Scalar::U16 | Scalar::U32 | Scalar::U64 | Scalar::Usize => true,
        Scalar::I8 | Scalar::I16 | Scalar::I32 | Scalar::I64 | Scalar::Isize => true,
        Scalar::F32 | Scalar::F64 => true,
    }
}
