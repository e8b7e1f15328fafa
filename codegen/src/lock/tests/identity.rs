//! What is written is read as it was.

use std::collections::{BTreeMap, BTreeSet};

use tramline_syntax::digest::bits48;

use crate::compatibility::Tolerance;
use crate::lock::{Lock, Locked, Served, Version};
use crate::model::Kind;
use crate::routes;

const CASES: u64 = 300;

const SCHEMAS: &[&str] = &[
    "input unit\nresult unit",
    "input #1\nresult u64\n#1 = struct {title: string, body?: option<string>}",
    "wire json\ninput #1\nresult json\nerror \"too long\": #1\n#1 = struct {\"'''\": u8}",
    "input #1\nresult option<u64>\nerror gone\n#1 = struct {\"\\\"\\\\\\u{7}\": list<u8>}",
    "input #1\nresult string\n#1 = struct {\"ä\": map<string, u64>}",
];

const ROUTES: &[&str] = &[
    "",
    "DELETE /v1/a/{id}\n  path id: text\n  query ''': integer, repeated, optional\n  success 204\n  \
     error too long: 404\n  caller cookie \"s\\\n  sunset 2027-06-01",
    "GET /v1/a\n  success 200\nPOST /v2/a\n  body x: required\n  success 201",
];

const NAMES: &[&str] = &[
    "a",
    "posts.create",
    "posts.createAll",
    "blog.posts.x_1",
    "_",
    "z9",
];

const REASONS: &[&str] = &["no drafts", "\"why\" \\ not", "two\nlines\t\u{7f}", "'''"];

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn kind(&mut self) -> Kind {
        self.pick(&[Kind::Action, Kind::Query])
    }
}

fn lock(random: &mut Random) -> Lock {
    let mut actions = BTreeMap::new();
    let mut retired = BTreeSet::new();
    for name in NAMES {
        match random.below(4) {
            0 => {
                retired.insert((*name).to_owned());
            }
            1 | 2 => {
                let former = (0..random.below(3)).map(|index| format!("{name}.was{index}"));
                let former = former.collect();
                actions.insert((*name).to_owned(), locked(random, former));
            }
            _ => {}
        }
    }
    Lock {
        actions,
        retired,
        rest: rest(random),
    }
}

/// Functions that only routes lead to; a retired name may be that of one.
fn rest(random: &mut Random) -> BTreeMap<String, Served> {
    let names = ["rest.a", "rest.b", "a"];
    let names = names.into_iter().filter(|_| random.below(2) == 0);
    let names: Vec<&str> = names.collect();
    let served = |name: &str| {
        let schema = random.pick(SCHEMAS);
        let served = Served {
            fingerprint: bits48(schema),
            schema: schema.to_owned(),
            routes: routes::parse(ROUTES[1]).unwrap(),
        };
        (name.to_owned(), served)
    };
    names.into_iter().map(served).collect()
}

fn locked(random: &mut Random, former: BTreeSet<String>) -> Locked {
    let schema = random.pick(SCHEMAS);
    let mut locked = Locked {
        former,
        kind: random.kind(),
        fingerprint: bits48(schema),
        schema: schema.to_owned(),
        routes: routes::parse(random.pick(ROUTES)).unwrap(),
        past: Vec::new(),
    };
    for _ in 0..random.below(4) {
        locked.remember(version(random));
    }
    locked
}

fn version(random: &mut Random) -> Version {
    let schema = random.pick(SCHEMAS);
    Version {
        fingerprint: bits48(schema),
        schema: schema.to_owned(),
        kind: random.kind(),
        may: Tolerance {
            input: random.below(2) == 0,
            result: random.below(2) == 0,
        },
        breaking: (random.below(3) == 0).then(|| random.pick(REASONS).to_owned()),
    }
}

#[test]
fn a_text_is_read_as_it_was_written() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..CASES {
        let lock = lock(&mut random);
        let text = lock.to_text();
        assert_eq!(Lock::parse(&text).as_ref(), Ok(&lock), "{text}");
        let on_windows = text.replace('\n', "\r\n");
        assert_eq!(Lock::parse(&on_windows), Ok(lock), "{text}");
    }
}

/// As a merge may leave it: entries of both sides, in any order.
#[test]
fn the_past_of_both_sides_is_joined() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..CASES {
        let ours = locked(&mut random, BTreeSet::new());
        let mut theirs = ours.clone();
        theirs.past = (0..3).map(|_| version(&mut random)).collect();
        let both = Locked {
            past: [ours.past.clone(), theirs.past.clone()].concat(),
            ..ours.clone()
        };
        let text = of_one(both).to_text();
        let read = Lock::parse(&text).unwrap().actions.remove("a").unwrap();
        let fingerprints = |past: &[Version]| -> BTreeSet<u64> {
            past.iter().map(|version| version.fingerprint).collect()
        };
        let mut expect = &fingerprints(&ours.past) | &fingerprints(&theirs.past);
        expect.remove(&ours.fingerprint);
        assert_eq!(fingerprints(&read.past), expect);
        assert_eq!(read.past.len(), expect.len());
    }
}

fn of_one(locked: Locked) -> Lock {
    Lock {
        actions: BTreeMap::from([("a".to_owned(), locked)]),
        ..Lock::default()
    }
}
