//! The way from an action to a mistake in a type it leads to.

use std::collections::{HashMap, HashSet, VecDeque};

use super::actions::{Draft, Ends, Root};
use super::events::EventDraft;
use super::modeller::{Modeller, Obstruction, Owner};
use super::steps::Step;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::{Body, Both, DefinitionId, Direction, ErrorVariant, Field, PackageId, Type};

/// A definition or an error that was reached, and how.
struct Reached {
    owner: Owner,
    /// Index of the one before.
    from: Option<usize>,
    step: Step,
    direction: Direction,
}

/// What nothing is wrong with.
pub(crate) struct Sound {
    pub(crate) actions: Indices,
    pub(crate) events: Indices,
}

/// The places in a list that count.
pub(crate) struct Indices(HashSet<usize>);

impl Indices {
    /// Those that count.
    pub(crate) fn of<T>(self, all: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        let counting = all
            .enumerate()
            .filter(move |(index, _)| self.0.contains(index));
        counting.map(|(_, one)| one)
    }
}

/// An action or an event: where something can be wrong, and what it leads to.
struct Subject<'a> {
    stem: Option<String>,
    obstructions: &'a [Obstruction],
    roots: &'a [Root],
}

impl Modeller<'_> {
    /// Makes what is wrong at one place obstructions of their own.
    pub(crate) fn spread(&mut self, drafts: &mut [Draft<'_>], events: &mut [EventDraft]) {
        let of_actions = drafts.iter_mut().map(|draft| &mut draft.obstructions);
        let of_events = events.iter_mut().map(|draft| &mut draft.obstructions);
        for obstructions in of_actions.chain(of_events) {
            *obstructions = std::mem::take(obstructions)
                .into_iter()
                .flat_map(Obstruction::each)
                .collect();
        }
        let obstructions = std::mem::take(&mut self.obstructions).into_iter();
        let spread = obstructions
            .flat_map(|(owner, one)| one.each().into_iter().map(move |one| (owner, one)));
        self.obstructions = spread.collect();
    }

    /// Reports every mistake; returns which drafts have none.
    pub(crate) fn report(
        &self,
        drafts: &[Draft<'_>],
        events: &[EventDraft],
        diagnostics: &mut Diagnostics,
    ) -> Sound {
        let actions = drafts.iter().map(|draft| Subject {
            stem: self.stem(draft.action.package, &draft.action.stem),
            obstructions: &draft.obstructions,
            roots: &draft.roots,
        });
        let of_events = events.iter().map(|draft| Subject {
            stem: self.stem(draft.event.package, &draft.event.stem),
            obstructions: &draft.obstructions,
            roots: &draft.roots,
        });
        let subjects: Vec<Subject<'_>> = actions.chain(of_events).collect();
        let sound = self.report_each(&subjects, diagnostics);
        let (actions, events) = sound.into_iter().partition(|index| *index < drafts.len());
        let events: HashSet<usize> = events;
        Sound {
            actions: Indices(actions),
            events: Indices(events.into_iter().map(|it| it - drafts.len()).collect()),
        }
    }

    /// Returns the indices of those without a mistake.
    fn report_each(
        &self,
        subjects: &[Subject<'_>],
        diagnostics: &mut Diagnostics,
    ) -> HashSet<usize> {
        let mut sound: HashSet<usize> = (0..subjects.len()).collect();
        let mut shared: HashMap<usize, Diagnostic> = HashMap::new();
        let by_owner = self.by_owner();
        for (index, subject) in subjects.iter().enumerate() {
            let stem = &subject.stem;
            for obstruction in subject.obstructions {
                sound.remove(&index);
                let mut diagnostic = diagnostic(obstruction).stem(stem.clone());
                if let Some(step) = &obstruction.step {
                    diagnostic = diagnostic.note(step);
                }
                diagnostics.push(diagnostic);
            }
            if by_owner.is_empty() {
                continue;
            }
            let reached = self.reach(subject.roots);
            for (position, found) in reached.iter().enumerate() {
                for number in by_owner.get(&found.owner).into_iter().flatten() {
                    let (_, obstruction) = &self.obstructions[*number];
                    if obstruction.only.is_some_and(|only| only != found.direction) {
                        continue;
                    }
                    sound.remove(&index);
                    let told = shared.entry(*number).or_insert_with(|| {
                        let way = self.way(&reached, position, obstruction);
                        way.iter()
                            .fold(diagnostic(obstruction), |told, step| told.note(step))
                    });
                    told.add_stem(stem.clone());
                }
            }
        }
        let mut shared: Vec<_> = shared.into_iter().collect();
        shared.sort_by_key(|(number, _)| *number);
        shared
            .into_iter()
            .for_each(|(_, diagnostic)| diagnostics.push(diagnostic));
        sound
    }

    /// Which obstructions each definition and error has.
    fn by_owner(&self) -> HashMap<Owner, Vec<usize>> {
        let mut by_owner: HashMap<Owner, Vec<usize>> = HashMap::new();
        for (number, (owner, _)) in self.obstructions.iter().enumerate() {
            by_owner.entry(*owner).or_default().push(number);
        }
        by_owner
    }

    /// The file that shows a mistake: actions of other packages have theirs elsewhere.
    pub(crate) fn stem(&self, package: PackageId, stem: &str) -> Option<String> {
        (package == PackageId(0)).then(|| stem.to_owned())
    }

    /// Breadth first, so that the way told is the shortest. Inputs first: what holds for an input
    /// is the stricter.
    fn reach(&self, roots: &[Root]) -> Vec<Reached> {
        let mut search = Search {
            found: Vec::new(),
            seen: HashSet::new(),
        };
        for root in roots {
            match &root.ends {
                Ends::Type(ty) => search.ty(ty, None, &root.step, root.direction),
                Ends::Error(id) => {
                    search.owner(Owner::Error(*id), None, &root.step, root.direction)
                }
                Ends::Extractor(index) => {
                    search.owner(Owner::Extractor(*index), None, &root.step, root.direction)
                }
            }
        }
        let mut next = 0;
        while next < search.found.len() {
            let (owner, direction) = (search.found[next].owner, search.found[next].direction);
            match owner {
                Owner::Definition(id) => {
                    let body = self.body_in(id, direction);
                    if let Body::Proxy(ty) = body {
                        let step = Step::At(self.definitions[id.0].location);
                        search.ty(ty, Some(next), &step, direction);
                    }
                    for field in fields(body, direction) {
                        let step = Step::At(field.location);
                        search.ty(&field.ty, Some(next), &step, direction);
                    }
                }
                Owner::Error(id) => {
                    for variant in &self.errors[id.0].variants {
                        self.reach_variant(variant, next, direction, &mut search);
                    }
                }
                Owner::Extractor(_) => {}
            }
            next += 1;
        }
        search.found
    }

    fn reach_variant(
        &self,
        variant: &ErrorVariant,
        from: usize,
        direction: Direction,
        search: &mut Search,
    ) {
        match variant {
            ErrorVariant::Declared { fields, .. } => {
                for field in fields.as_slice() {
                    let step = Step::At(field.location);
                    search.ty(&field.ty, Some(from), &step, direction);
                }
            }
            ErrorVariant::Flatten { error, rust_name } => {
                let name = &self.errors[error.0].name;
                let owner = self.name_of(search.found[from].owner);
                let step = Step::Told(format!("variant `{owner}::{rust_name}` flattens `{name}`"));
                search.owner(Owner::Error(*error), Some(from), &step, direction);
            }
            ErrorVariant::Internal { .. } => {}
        }
    }

    /// "`create_post` takes `NewPost`", "field `author` of `NewPost` is `Author`", …
    fn way(&self, reached: &[Reached], end: usize, obstruction: &Obstruction) -> Vec<String> {
        let mut steps: Vec<String> = obstruction.step.clone().into_iter().collect();
        let mut next = Some(end);
        while let Some(index) = next {
            steps.push(self.told(&reached[index].step));
            next = reached[index].from;
        }
        steps.reverse();
        steps
    }

    /// The directions in which each definition is used.
    pub(crate) fn used(
        &self,
        drafts: &[Draft<'_>],
        events: &[EventDraft],
    ) -> HashMap<DefinitionId, Both<bool>> {
        let mut used: HashMap<DefinitionId, Both<bool>> = HashMap::new();
        let of_actions = drafts.iter().map(|draft| &draft.roots);
        let of_events = events.iter().map(|draft| &draft.roots);
        let roots = of_actions.chain(of_events);
        for reached in roots.flat_map(|roots| self.reach(roots)) {
            if let Owner::Definition(id) = reached.owner {
                let both = used.entry(id).or_default();
                both.input |= reached.direction == Direction::Input;
                both.output |= reached.direction == Direction::Output;
            }
        }
        used
    }
}

/// What was reached so far.
struct Search {
    found: Vec<Reached>,
    seen: HashSet<(Owner, Direction)>,
}

impl Search {
    fn ty(&mut self, ty: &Type, from: Option<usize>, step: &Step, direction: Direction) {
        let mut queue = VecDeque::from([ty]);
        while let Some(ty) = queue.pop_front() {
            if let Type::Named(id, _) = ty {
                self.owner(Owner::Definition(*id), from, step, direction);
            }
            queue.extend(ty.parts());
        }
    }

    fn owner(&mut self, owner: Owner, from: Option<usize>, step: &Step, direction: Direction) {
        if self.seen.insert((owner, direction)) {
            let step = step.clone();
            self.found.push(Reached {
                owner,
                from,
                step,
                direction,
            });
        }
    }
}

/// The fields that travel in a direction.
fn fields(body: &Body, direction: Direction) -> Vec<&Field> {
    match body {
        Body::Newtype(field) => vec![field],
        Body::Proxy(_) => Vec::new(),
        Body::Struct(fields) => fields.travelling(direction).collect(),
        Body::Enum(body) => {
            let variants = body.travelling(direction);
            variants
                .flat_map(|variant| variant.fields.travelling(direction))
                .collect()
        }
    }
}

fn diagnostic(obstruction: &Obstruction) -> Diagnostic {
    let Obstruction {
        rule,
        at,
        title,
        label,
        help,
        context,
        told,
        ..
    } = obstruction;
    let diagnostic = Diagnostic::new(*rule, *at, title, label, help).told(*told);
    context.iter().fold(diagnostic, |diagnostic, (at, words)| {
        diagnostic.context(*at, words)
    })
}
