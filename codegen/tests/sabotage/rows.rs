//! The mistakes.

/// One mistake.
pub(crate) struct Row {
    /// The name of its package.
    pub(crate) name: &'static str,
    /// What the build step reads.
    pub(crate) read: &'static str,
    /// What rustc compiles.
    pub(crate) compiled: &'static str,
    pub(crate) caught: By,
    /// Parts of the message.
    pub(crate) says: &'static [&'static str],
}

/// Who finds out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// The proofs in the generated code.
    Compiler,
    /// The generated tests.
    Trace,
    Nobody,
}

/// What every package ends with.
pub(crate) const ACTION: &str = "
tramline::include_actions!();

#[tramline::action]
pub async fn echo(given: Given) -> Given {
    given
}
";

/// The derives of everything that travels.
macro_rules! travels {
    ($($item:literal)*) => {
        concat!($("#[derive(serde::Serialize, serde::Deserialize)]\n", $item, "\n"),*)
    };
}

/// A type with a field that only its module sees.
macro_rules! private {
    ($id:literal) => {
        concat!(
            "pub mod inner {\ntype Id = ",
            $id,
            ";\n#[derive(serde::Serialize, serde::Deserialize, tramline::Wire)]\n",
            "pub struct Size {\nwidth: Id }\n}\n",
            travels!("pub struct Given { pub size: inner::Size }"),
        )
    };
}

/// A generic type that not every argument does for.
macro_rules! bounded {
    ($id:literal) => {
        concat!(
            "pub type Id = ",
            $id,
            ";\n#[derive(serde::Serialize, serde::Deserialize, tramline::Wire)]\n",
            "pub struct Page<T> where T: Clone {\npub next: Id, pub items: Vec<T> }\n",
            travels!("pub struct Given { pub page: Page<u8> }"),
        )
    };
}

/// A struct that is a number to serde.
macro_rules! converted {
    ($number:literal) => {
        concat!(
            "#[derive(Clone, serde::Serialize, serde::Deserialize)]\n#[serde(from = \"",
            $number,
            "\", into = \"",
            $number,
            "\")]\npub struct Given { pub id: u8 }\nimpl From<",
            $number,
            "> for Given { fn from(_: ",
            $number,
            ") -> Self { Given { id: 1 } } }\nimpl From<Given> for ",
            $number,
            " { fn from(given: Given) -> Self { given.id.into() } }\n",
        )
    };
}

const CONVERTED_U64: &str = converted!("u64");

const CONVERTED_U32: &str = converted!("u32");

pub(crate) const ROWS: &[Row] = &[
    Row {
        name: "nothing-wrong",
        read: travels!("pub struct Given { pub id: u64, name: String }"),
        compiled: travels!("pub struct Given { pub id: u64, name: String }"),
        caught: By::Nobody,
        says: &[],
    },
    Row {
        name: "alias-shadowed-by-macro",
        read: SHADOWED,
        compiled: SHADOWED,
        caught: By::Compiler,
        says: &["read `u64` here, but rustc found `u32`", "id"],
    },
    Row {
        name: "alias-shadowed-by-prelude",
        read: concat!(
            "pub mod shapes { pub type Option<T> = std::vec::Vec<T>; }\n",
            travels!("pub struct Given { pub ids: Option<u8> }"),
        ),
        compiled: concat!(
            "pub mod shapes { pub type Option<T> = std::vec::Vec<T>; }\nuse shapes::*;\n",
            travels!("pub struct Given { pub ids: Option<u8> }"),
        ),
        caught: By::Compiler,
        says: &["Option<u8>", "but rustc found `Vec<u8>`", "ids"],
    },
    Row {
        name: "field-reordered",
        read: travels!("pub struct Given { pub width: u32, pub height: u32 }"),
        compiled: travels!("pub struct Given { pub height: u32, pub width: u32 }"),
        caught: By::Trace,
        says: &[
            "::Given`, in src/lib.rs:2",
            r#"read: a struct with "width", "height""#,
            r#"has:           a struct with "height", "width""#,
        ],
    },
    Row {
        name: "private-fields-swapped",
        read: concat!(
            "mod inner {\n",
            travels!("#[derive(tramline::Wire)]\npub struct Size { width: u32, height: u32 }"),
            "}\n",
            travels!("pub struct Given { pub size: inner::Size }"),
        ),
        compiled: concat!(
            "mod inner {\n",
            travels!("pub struct Size { height: u32, width: u32 }"),
            "}\n",
            travels!("pub struct Given { pub size: inner::Size }"),
        ),
        caught: By::Trace,
        says: &["::Given.size`", r#""width", "height""#],
    },
    Row {
        name: "field-retyped",
        read: travels!("pub struct Given { pub id: u64, views: u64 }"),
        compiled: travels!("pub struct Given { pub id: u64, views: u32 }"),
        caught: By::Compiler,
        says: &["read `u64` here, but rustc found `u32`", "views"],
    },
    Row {
        name: "field-inserted",
        read: travels!("pub struct Given { pub id: u64 }"),
        compiled: travels!("pub struct Given { pub id: u64, version: u8 }"),
        caught: By::Compiler,
        says: &["does not mention field `version`"],
    },
    Row {
        name: "field-of-a-result-retyped",
        read: concat!(
            "#[derive(serde::Serialize)]\npub struct Told { pub id: u64 }\n",
            "#[tramline::query]\npub async fn tell() -> Told { Told { id: 1 } }\n",
            travels!("pub struct Given { pub id: u64 }"),
        ),
        compiled: concat!(
            "#[derive(serde::Serialize)]\npub struct Told { pub id: i64 }\n",
            "#[tramline::query]\npub async fn tell() -> Told { Told { id: 1 } }\n",
            travels!("pub struct Given { pub id: u64 }"),
        ),
        caught: By::Compiler,
        says: &["read `u64` here, but rustc found `i64`"],
    },
    Row {
        name: "variant-inserted",
        read: travels!("pub enum Given { Small, Large }"),
        compiled: travels!("pub enum Given { Small, Medium, Large }"),
        caught: By::Compiler,
        says: &["Given::Medium"],
    },
    Row {
        name: "variants-reordered",
        read: travels!("pub enum Given { Small, Large }"),
        compiled: travels!("pub enum Given { Large, Small }"),
        caught: By::Trace,
        says: &["::Given`", r#"read: an enum with "Small", "Large""#],
    },
    Row {
        name: "payload-swapped",
        read: travels!("pub enum Given { At(u8, i8), Nowhere }"),
        compiled: travels!("pub enum Given { At(i8, u8), Nowhere }"),
        caught: By::Compiler,
        says: &["read `u8` here, but rustc found `i8`"],
    },
    Row {
        name: "tag-renamed",
        read: travels!("#[serde(tag = \"type\")]\npub enum Given { At { x: u8 }, Nowhere }"),
        compiled: travels!("#[serde(tag = \"kind\")]\npub enum Given { At { x: u8 }, Nowhere }"),
        caught: By::Trace,
        says: &["::Given`, in src/lib.rs:3", r#""kind""#],
    },
    Row {
        name: "content-renamed",
        read: travels!(
            "#[serde(tag = \"t\", content = \"c\")]\npub enum Given { At(u8), Nowhere }"
        ),
        compiled: travels!(
            "#[serde(tag = \"t\", content = \"data\")]\npub enum Given { At(u8), Nowhere }"
        ),
        caught: By::Trace,
        says: &["::Given`", r#"a struct with "t", "data""#],
    },
    Row {
        name: "tagging-changed",
        read: travels!("pub enum Given { At { x: u8 }, Nowhere }"),
        compiled: travels!("#[serde(tag = \"type\")]\npub enum Given { At { x: u8 }, Nowhere }"),
        caught: By::Trace,
        says: &["::Given`"],
    },
    Row {
        name: "rename-all-applied",
        read: travels!("pub struct Given { pub first_name: String }"),
        compiled: travels!(
            "#[serde(rename_all = \"camelCase\")]\npub struct Given { pub first_name: String }"
        ),
        caught: By::Trace,
        says: &["::Given`", r#""first_name""#, r#""firstName""#],
    },
    Row {
        name: "renamed-in-results-alone",
        read: travels!("pub struct Given { pub name: String }"),
        compiled: travels!(
            "pub struct Given { #[serde(rename(serialize = \"title\"))] pub name: String }"
        ),
        caught: By::Trace,
        says: &["::Given`", r#"has:           "title" in place of "name""#],
    },
    Row {
        name: "alias-lost",
        read: travels!("pub struct Given { #[serde(alias = \"title\")] pub name: String }"),
        compiled: travels!("pub struct Given { pub name: String }"),
        caught: By::Trace,
        says: &["::Given`", r#""name" (or "title")"#],
    },
    Row {
        name: "default-added",
        read: travels!("pub struct Given { pub id: u64, pub count: u32 }"),
        compiled: travels!("pub struct Given { pub id: u64, #[serde(default)] pub count: u32 }"),
        caught: By::Trace,
        says: &[
            "::Given`",
            r#""count", which must be there"#,
            "a default for it",
        ],
    },
    Row {
        name: "default-lost",
        read: travels!("pub struct Given { pub id: u64, #[serde(default)] pub count: u32 }"),
        compiled: travels!("pub struct Given { pub id: u64, pub count: u32 }"),
        caught: By::Trace,
        says: &["::Given`", r#""count", which may be left out"#],
    },
    Row {
        name: "default-changed",
        read: travels!("pub struct Given { #[serde(default)] pub count: u32 }"),
        compiled: concat!(
            "fn seven() -> u32 { 7 }\n",
            travels!("pub struct Given { #[serde(default = \"seven\")] pub count: u32 }"),
        ),
        caught: By::Trace,
        says: &["::Given.count`", "another default"],
    },
    Row {
        name: "skip-added",
        read: travels!("pub struct Given { pub id: u64, pub secret: u8 }"),
        compiled: travels!("pub struct Given { pub id: u64, #[serde(skip)] pub secret: u8 }"),
        caught: By::Trace,
        says: &["::Given`", r#""id", "secret""#],
    },
    Row {
        name: "skip-of-zero-added",
        read: travels!("pub struct Given { pub id: u64, pub count: u32 }"),
        compiled: concat!(
            "fn is_zero(count: &u32) -> bool { *count == 0 }\n",
            travels!(
                "pub struct Given { pub id: u64, \
                 #[serde(skip_serializing_if = \"is_zero\")] pub count: u32 }"
            ),
        ),
        caught: By::Trace,
        says: &["::Given.count`", "read: u32"],
    },
    Row {
        name: "with-added",
        read: travels!("pub struct Given { pub id: u64 }"),
        compiled: concat!(
            "mod text {\n\
             pub fn serialize<S: serde::Serializer>(id: &u64, to: S) -> Result<S::Ok, S::Error> {\n\
             to.collect_str(id)\n}\n\
             pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u64, D::Error> {\n\
             let text: String = serde::Deserialize::deserialize(from)?;\n\
             text.parse().map_err(serde::de::Error::custom)\n}\n}\n",
            travels!("pub struct Given { #[serde(with = \"text\")] pub id: u64 }"),
        ),
        caught: By::Trace,
        says: &["::Given.id`", "read: u64", "a string"],
    },
    Row {
        name: "conversion-added",
        read: "#[derive(Clone, serde::Serialize, serde::Deserialize)]\npub struct Given { pub id: u64 }\n",
        compiled: "#[derive(Clone, serde::Serialize, serde::Deserialize)]\n\
                   #[serde(from = \"u64\", into = \"u64\")]\npub struct Given { pub id: u64 }\n\
                   impl From<u64> for Given { fn from(id: u64) -> Self { Given { id } } }\n\
                   impl From<Given> for u64 { fn from(given: Given) -> Self { given.id } }\n",
        caught: By::Trace,
        says: &["::Given`", r#"a struct with "id""#, "u64"],
    },
    Row {
        name: "conversion-retyped",
        read: CONVERTED_U64,
        compiled: CONVERTED_U32,
        caught: By::Compiler,
        says: &["`Given: TryFrom<u64>` is not satisfied"],
    },
    Row {
        name: "private-field-retyped",
        read: private!("u64"),
        compiled: private!("u32"),
        caught: By::Compiler,
        // The derive has the message stand at the field.
        says: &["--> private-field-retyped/src/lib.rs:5", "width: Id"],
    },
    Row {
        name: "bounded-field-retyped",
        read: bounded!("u64"),
        compiled: bounded!("u32"),
        caught: By::Compiler,
        says: &["--> bounded-field-retyped/src/lib.rs:4", "next: Id"],
    },
    Row {
        name: "flatten-added",
        read: travels!(
            "pub struct Size { pub width: u32 }"
            "pub struct Given { pub id: u64, pub size: Size }"
        ),
        compiled: travels!(
            "pub struct Size { pub width: u32 }"
            "pub struct Given { pub id: u64, #[serde(flatten)] pub size: Size }"
        ),
        caught: By::Trace,
        says: &["::Given`", "a map"],
    },
    Row {
        name: "untagged-added",
        read: travels!("pub enum Given { Id(u64), Name(String) }"),
        compiled: travels!("#[serde(untagged)]\npub enum Given { Id(u64), Name(String) }"),
        caught: By::Trace,
        says: &["::Given`", "has to look at first"],
    },
    Row {
        name: "newtype-unwrapped",
        read: travels!("pub struct Id(u64);" "pub struct Given { pub id: Id }"),
        compiled: concat!(
            "pub type Id = u64;\n",
            travels!("pub struct Given { pub id: Id }")
        ),
        caught: By::Compiler,
        says: &["Id"],
    },
    Row {
        name: "newtype-of-another",
        read: travels!("pub struct Id(u64);" "pub struct Given { pub id: Id }"),
        compiled: travels!("pub struct Id(u32);" "pub struct Given { pub id: Id }"),
        caught: By::Compiler,
        says: &["read `u64` here, but rustc found `u32`"],
    },
    Row {
        name: "types-of-one-name-swapped",
        read: concat!(
            "pub mod plane {\n",
            travels!("pub struct Point { pub x: f64, pub y: f64 }"),
            "}\npub mod globe {\n",
            travels!("pub struct Point { pub x: f64, pub y: f64 }"),
            "}\nuse plane::Point;\n",
            travels!("pub struct Given { pub at: Point }"),
        ),
        compiled: concat!(
            "pub mod plane {\n",
            travels!("pub struct Point { pub x: f64, pub y: f64 }"),
            "}\npub mod globe {\n",
            travels!("pub struct Point { pub x: f64, pub y: f64 }"),
            "}\nuse globe::Point;\n",
            travels!("pub struct Given { pub at: Point }"),
        ),
        caught: By::Compiler,
        says: &["plane::Point", "globe::Point"],
    },
    Row {
        name: "generic-arguments-swapped",
        read: travels!(
            "pub struct Pair<A, B> { pub left: A, pub right: B }"
            "pub struct Given { pub pair: Pair<u8, i8> }"
        ),
        compiled: travels!(
            "pub struct Pair<A, B> { pub left: A, pub right: B }"
            "pub struct Given { pub pair: Pair<i8, u8> }"
        ),
        caught: By::Compiler,
        says: &["Pair<u8, i8>", "Pair<i8, u8>"],
    },
    Row {
        name: "generic-parameters-swapped",
        read: travels!(
            "pub struct Pair<A, B> { pub left: A, pub right: B }"
            "pub struct Given { pub pair: Pair<u8, i8> }"
        ),
        compiled: travels!(
            "pub struct Pair<B, A> { pub left: A, pub right: B }"
            "pub struct Given { pub pair: Pair<u8, i8> }"
        ),
        caught: By::Compiler,
        says: &["Pair", "left"],
    },
];

/// A name that a macro makes hides one that is imported by `*`.
const SHADOWED: &str = concat!(
    "mod ids { pub type Id = u64; }\n",
    "#[allow(unused_imports)]\nuse ids::*;\n",
    "macro_rules! shadow { () => { pub type Id = u32; } }\n",
    "shadow!();\n",
    travels!("pub struct Given { pub id: Id }"),
);
