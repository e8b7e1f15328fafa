//! From the text of a file to a lock, strictly.
//!
//! What a merge leaves behind and the sources can settle, such as a version that is entered twice,
//! is put right. Everything else that does not fit together is refused, with the way out.

use std::collections::BTreeSet;

use toml::de::DeTable;
use tramline_syntax::digest::{base64url, bits48};
use tramline_syntax::name;

use super::merge::{self, Claims, Role};
use super::print::{word_of_kind, word_of_verdict};
use super::table::{At, Source, Table};
use super::{Lock, LockError, Locked, Served, VERSION, Version};
use crate::compatibility::{Schema, Tolerance};
use crate::model::Kind;
use crate::routes::{self, RouteContract};

impl Lock {
    /// Reads the text of the file.
    ///
    /// # Errors
    ///
    /// The first mistake, with its line.
    pub(crate) fn parse(text: &str) -> Result<Self, LockError> {
        // A checkout may end its lines with a carriage return; schemas never contain one.
        let text = text.replace("\r\n", "\n");
        let source = Source(&text);
        merge::refuse_markers(source)?;
        let document = DeTable::parse(&text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let message = format!("this is not TOML: {}", error.message().replace('\n', ", "));
            let help = "where a merge left an entry twice, keep one of them, then run \
                        `tramline lock`; else restore the lines from the history of the file";
            source.error(at, message, help)
        })?;
        let root = Table::new(source, "this file", 0, document.get_ref());
        version(&root)?;
        root.only(&["version", "action", "rest", "retired"])?;
        let mut claims = Claims::default();
        let mut lock = Lock::default();
        for (name, table) in root.tables("action", "the entry of")? {
            claims.add(&table, &name, Role::Action)?;
            let locked = locked(&table, &name, &mut claims)?;
            lock.actions.insert(name.value.to_owned(), locked);
        }
        for (name, table) in root.tables("rest", "the entry of")? {
            let served = served(&table, &name)?;
            lock.rest.insert(name.value.to_owned(), served);
        }
        if let Some(table) = root.table("retired", "the retired names")? {
            lock.retired = names(&table, Role::Retired, &mut claims)?;
        }
        Ok(lock)
    }
}

fn version(root: &Table<'_>) -> Result<(), LockError> {
    let At { value, at } = root.integer("version")?;
    if value == VERSION {
        return Ok(());
    }
    let message = format!("this lock has the format {value}, and this tramline reads {VERSION}");
    Err(root.error(
        at,
        message,
        "update tramline, in the build script and the command alike",
    ))
}

/// Names with the IDs that follow from them.
fn names<'t>(
    table: &Table<'t>,
    role: Role<'t>,
    claims: &mut Claims<'t>,
) -> Result<BTreeSet<String>, LockError> {
    let mut names = BTreeSet::new();
    for name in table.keys() {
        identity(table, &name, &table.string(name.value)?)?;
        claims.add(table, &name, role)?;
        names.insert(name.value.to_owned());
    }
    Ok(names)
}

fn locked<'t>(
    table: &Table<'t>,
    name: &At<&'t str>,
    claims: &mut Claims<'t>,
) -> Result<Locked, LockError> {
    let keys = [
        "id",
        "kind",
        "former",
        "fingerprint",
        "schema",
        "routes",
        "past",
    ];
    table.only(&keys)?;
    identity(table, name, &table.string("id")?)?;
    let role = Role::FormerNameOf(name.value);
    let former = match table.table("former", "the former names")? {
        Some(former) => names(&former, role, claims)?,
        None => BTreeSet::new(),
    };
    let (fingerprint, schema) = contract(table)?;
    let mut locked = Locked {
        former,
        kind: kind(table)?,
        fingerprint,
        schema,
        routes: routes(table)?,
        past: Vec::new(),
    };
    for past in table.array("past", &format!("a past version of `{}`", name.value))? {
        locked.remember(self::past(&past)?);
    }
    Ok(locked)
}

fn served(table: &Table<'_>, name: &At<&str>) -> Result<Served, LockError> {
    table.only(&["fingerprint", "schema", "routes"])?;
    named(table, name)?;
    let (fingerprint, schema) = contract(table)?;
    Ok(Served {
        fingerprint,
        schema,
        routes: routes(table)?,
    })
}

/// Locks from before there were routes have none.
fn routes(table: &Table<'_>) -> Result<Vec<RouteContract>, LockError> {
    let Some(written) = table.optional_string("routes")? else {
        return Ok(Vec::new());
    };
    let text = written.value.strip_suffix('\n').unwrap_or(written.value);
    routes::parse(text).map_err(|why| {
        let message = format!("these routes cannot be read: {}", why.message);
        let help = "restore the lines from the history of the file, or remove them and run \
                    `tramline lock`; where a newer tramline wrote them, update tramline";
        let error = table.error(written.at, message, help);
        LockError {
            // Their text begins in the line below the quotes.
            line: error.line + why.line,
            ..error
        }
    })
}

fn past(table: &Table<'_>) -> Result<Version, LockError> {
    let keys = [
        "fingerprint",
        "kind",
        "input",
        "result",
        "breaking",
        "schema",
    ];
    table.only(&keys)?;
    let (fingerprint, schema) = contract(table)?;
    let breaking = table.optional_string("breaking")?;
    Ok(Version {
        fingerprint,
        schema,
        kind: kind(table)?,
        may: Tolerance {
            input: verdict(table, "input")?,
            result: verdict(table, "result")?,
        },
        breaking: breaking.map(|reason| reason.value.to_owned()),
    })
}

/// A name that could be that of an action, with its own ID.
fn identity(table: &Table<'_>, name: &At<&str>, id: &At<&str>) -> Result<(), LockError> {
    named(table, name)?;
    let right = base64url(bits48(name.value));
    if id.value != right {
        let message = format!("`{}` is not the ID of `{}`", id.value, name.value);
        let help = format!("an ID follows from its name, and this one is `{right}`");
        return Err(table.error(id.at, message, help));
    }
    Ok(())
}

/// A name that could be that of a function.
fn named(table: &Table<'_>, name: &At<&str>) -> Result<(), LockError> {
    // Names that come from functions may have capitals.
    name::validate(&name.value.to_ascii_lowercase()).map_err(|why| {
        let message = format!("`{}` cannot be the name of an action: {why}", name.value);
        let help = "restore the name from the history of the file";
        table.error(name.at, message, help)
    })
}

/// A schema with its own fingerprint.
fn contract(table: &Table<'_>) -> Result<(u64, String), LockError> {
    let fingerprint = table.string("fingerprint")?;
    let schema = table.string("schema")?;
    let text = schema.value.strip_suffix('\n').unwrap_or(schema.value);
    let digest = bits48(text);
    if fingerprint.value != base64url(digest) {
        let message = format!(
            "`{}` is not the fingerprint of the schema below it",
            fingerprint.value
        );
        let help = "one of them was edited, or a merge mixed two versions: restore both from one \
                    side, then run `tramline lock`";
        return Err(table.error(fingerprint.at, message, help));
    }
    readable(table, text, schema.at)?;
    Ok((digest, text.to_owned()))
}

/// A schema that can be compared with.
fn readable(table: &Table<'_>, schema: &str, at: usize) -> Result<(), LockError> {
    let Err(why) = Schema::parse(schema) else {
        return Ok(());
    };
    let message = format!("this schema cannot be read: {}", why.message);
    let help = "where a newer tramline wrote it, update tramline";
    let error = table.error(at, message, help);
    Err(LockError {
        // Its text begins in the line below the quotes.
        line: error.line + why.line,
        ..error
    })
}

fn kind(table: &Table<'_>) -> Result<Kind, LockError> {
    word(table, "kind", [Kind::Action, Kind::Query], word_of_kind)
}

fn verdict(table: &Table<'_>, key: &str) -> Result<bool, LockError> {
    word(table, key, [true, false], word_of_verdict)
}

/// One of two words.
fn word<T: Copy>(
    table: &Table<'_>,
    key: &str,
    values: [T; 2],
    spell: fn(T) -> &'static str,
) -> Result<T, LockError> {
    let written = table.string(key)?;
    let found = values
        .into_iter()
        .find(|value| spell(*value) == written.value);
    found.ok_or_else(|| {
        let [first, second] = values.map(spell);
        let message = format!("`{key}` cannot be `{}`", written.value);
        table.error(
            written.at,
            message,
            format!("it is `{first}` or `{second}`"),
        )
    })
}
