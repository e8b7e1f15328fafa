//! Which structs and enums are reached, with which arguments, and which way.

use std::collections::BTreeMap;

use super::Root;
use crate::model::{Api, Body, Direction, Fields, Presence, Type, Variant};

/// A struct or an enum with its arguments.
pub(super) struct Instance {
    pub(super) ty: Type,
    input: Reached,
    output: Reached,
    /// Whether the two directions have different bytes or names.
    split: bool,
}

/// Who needs one direction of an instance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reached {
    Never,
    ByTests,
    ByActions,
}

pub(super) struct Instances {
    all: BTreeMap<Type, Instance>,
}

const BOTH: [Direction; 2] = [Direction::Input, Direction::Output];

impl Instances {
    /// Everything that the roots are made of.
    pub(super) fn collect(api: &Api, live: &[Root], tested: &[Root]) -> Self {
        let mut instances = Self {
            all: BTreeMap::new(),
        };
        for (roots, reached) in [(live, Reached::ByActions), (tested, Reached::ByTests)] {
            let mut pending: Vec<Root> = roots.to_vec();
            // A loop, since types can nest deeper than the stack.
            while let Some((ty, direction)) = pending.pop() {
                let ty = without_newtypes(api, ty);
                if matches!(ty, Type::Named(..)) && !instances.mark(&ty, direction, reached) {
                    continue;
                }
                let parts = parts(api, &ty, direction);
                pending.extend(parts.into_iter().map(|part| (part, direction)));
            }
        }
        instances.split(api);
        instances
    }

    /// Notes that an instance is reached; whether that is new.
    fn mark(&mut self, ty: &Type, direction: Direction, reached: Reached) -> bool {
        let instance = self.all.entry(ty.clone()).or_insert_with(|| Instance {
            ty: ty.clone(),
            input: Reached::Never,
            output: Reached::Never,
            split: false,
        });
        let before = match direction {
            Direction::Input => &mut instance.input,
            Direction::Output => &mut instance.output,
        };
        let new = *before < reached;
        *before = (*before).max(reached);
        new
    }

    /// Finds the instances whose directions differ, in themselves or in what they hold.
    fn split(&mut self, api: &Api) {
        let types: Vec<Type> = self.all.keys().cloned().collect();
        let mut holders: BTreeMap<Type, Vec<Type>> = BTreeMap::new();
        let mut pending = Vec::new();
        for ty in types {
            for part in parts(api, &ty, Direction::Input) {
                for named in named_in(api, part) {
                    holders.entry(named).or_default().push(ty.clone());
                }
            }
            if differs(api, &ty) {
                pending.push(ty);
            }
        }
        while let Some(ty) = pending.pop() {
            if let Some(instance) = self.all.get_mut(&ty)
                && !instance.split
            {
                instance.split = true;
                pending.extend(holders.get(&ty).into_iter().flatten().cloned());
            }
        }
    }

    /// In an order that depends on the types alone.
    pub(super) fn all(&self) -> impl Iterator<Item = &Instance> {
        self.all.values()
    }
}

impl Instance {
    fn reached(&self, direction: Direction) -> Reached {
        match direction {
            Direction::Input => self.input,
            Direction::Output => self.output,
        }
    }

    fn is_shared(&self) -> bool {
        let both = BOTH.iter().all(|it| self.reached(*it) > Reached::Never);
        both && !self.split
    }

    /// The directions to write statics for, and what to add to their names.
    pub(super) fn statics(&self) -> Vec<(Direction, &'static str)> {
        let reached = |direction: &Direction| self.reached(*direction) > Reached::Never;
        match BOTH.into_iter().filter(reached).collect::<Vec<_>>()[..] {
            [_, _] if self.split => vec![(Direction::Input, "_IN"), (Direction::Output, "_OUT")],
            // What only reading knows of, such as aliases, does writing no harm.
            [_, _] => vec![(Direction::Input, "")],
            [direction] => vec![(direction, "")],
            _ => Vec::new(),
        }
    }

    /// The directions that the static written for one of them describes.
    pub(super) fn described_by(&self, direction: Direction) -> Vec<Direction> {
        if self.is_shared() {
            BOTH.to_vec()
        } else {
            vec![direction]
        }
    }

    /// Whether more than tests need the static written for a direction.
    pub(super) fn is_live(&self, direction: Direction) -> bool {
        let described = self.described_by(direction);
        let mut described = described.into_iter();
        described.any(|direction| self.reached(direction) == Reached::ByActions)
    }
}

/// The type that travels in place of a newtype or a proxy, unless it needs a static of its own,
/// because it may hold itself: then it stays.
pub(super) fn without_newtypes(api: &Api, ty: Type) -> Type {
    let mut seen = vec![ty];
    loop {
        let current = &seen[seen.len() - 1];
        let Some(content) = content(api, current) else {
            break;
        };
        if seen.contains(&content) {
            break;
        }
        seen.push(content);
    }
    let first = seen.swap_remove(0);
    match seen.pop() {
        Some(last) if matches!(last, Type::Named(..)) || last.parts().is_empty() => last,
        _ => first,
    }
}

/// What a newtype or a proxy travels as, with the arguments filled in.
pub(super) fn content(api: &Api, ty: &Type) -> Option<Type> {
    match ty {
        Type::Named(id, arguments) => {
            let content = api.definition(*id).body.content()?;
            Some(content.substitute(arguments))
        }
        _ => None,
    }
}

/// The types that a value of the type holds in a direction.
fn parts(api: &Api, ty: &Type, direction: Direction) -> Vec<Type> {
    let Type::Named(id, arguments) = ty else {
        return ty.parts().into_iter().cloned().collect();
    };
    let of = |fields: &Fields| -> Vec<Type> {
        let fields = fields.travelling(direction);
        fields.map(|it| it.ty.substitute(arguments)).collect()
    };
    match &api.definition(*id).body {
        Body::Newtype(field) => vec![field.ty.substitute(arguments)],
        Body::Proxy(content) => vec![content.substitute(arguments)],
        Body::Struct(fields) => of(fields),
        Body::Enum(body) => body
            .travelling(direction)
            .flat_map(|variant| of(&variant.fields))
            .collect(),
    }
}

/// The structs and enums that a type is written with.
fn named_in(api: &Api, ty: Type) -> Vec<Type> {
    let mut named = Vec::new();
    let mut pending = vec![ty];
    while let Some(ty) = pending.pop() {
        let ty = without_newtypes(api, ty);
        match ty {
            Type::Named(..) => named.push(ty),
            _ => pending.extend(ty.parts().into_iter().cloned()),
        }
    }
    named
}

/// Whether the definition itself has other bytes or names in one direction.
fn differs(api: &Api, ty: &Type) -> bool {
    let Type::Named(id, _) = ty else {
        return false;
    };
    match &api.definition(*id).body {
        Body::Newtype(_) | Body::Proxy(_) => false,
        Body::Struct(fields) => fields_differ(fields),
        Body::Enum(body) => body.variants.iter().any(variant_differs),
    }
}

fn variant_differs(variant: &Variant) -> bool {
    let Variant {
        names,
        travels,
        fields,
        ..
    } = variant;
    names.input != names.output || travels.input != travels.output || fields_differ(fields)
}

fn fields_differ(fields: &Fields) -> bool {
    let named = matches!(fields, Fields::Named(_));
    fields.as_slice().iter().any(|field| {
        let names = named && field.names.input != field.names.output;
        let flag = named && field.presence == Presence::Flagged;
        let travels = field.travels.input != field.travels.output;
        names || travels || flag && field.travels.input
    })
}
