//! What a build script says of types that the build step cannot read.

/// What a type of another crate travels as, for [`Builder::foreign`](crate::Builder::foreign).
///
/// ```
/// use tramline_codegen::Foreign;
///
/// // Like a tuple, and called `Point` in TypeScript.
/// let point = Foreign::like("(f64, f64)").named("Point");
/// // Like what it is generic over: `T0`, `T1`, and so on.
/// let non_empty = Foreign::like("Vec<T0>");
/// // JSON, of a type that TypeScript knows already.
/// let geometry = Foreign::json().typescript("import('geojson').Geometry");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "it is meant for `Builder::foreign`"]
pub struct Foreign {
    pub(crate) layout: String,
    pub(crate) name: Option<String>,
    pub(crate) typescript: Option<String>,
}

impl Foreign {
    /// Like another Rust type, which serde writes and reads with the same bytes and the same JSON.
    ///
    /// Names in it are those of the crate's root: `String`, `std::net::IpAddr`,
    /// `crate::model::Price`. `T0`, `T1`, … stand for what the foreign type is generic over.
    pub fn like(layout: impl Into<String>) -> Self {
        Foreign {
            layout: layout.into(),
            name: None,
            typescript: None,
        }
    }

    /// A string, as of every type that serde writes with `collect_str`.
    pub fn string() -> Self {
        Self::like("::std::string::String")
    }

    /// Bytes, as of `Vec<u8>`.
    pub fn bytes() -> Self {
        Self::like("::std::vec::Vec<u8>")
    }

    /// Any JSON. Actions that use it travel as JSON.
    pub fn json() -> Self {
        Self::like("::serde_json::Value")
    }

    /// Gives TypeScript a type of this name, which no other with the same content is mistaken for.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Gives TypeScript this type in place of the usual one. It must be one that the layout's own
    /// type can be assigned to and from: tsc checks the generated files.
    ///
    /// A crate that derives `TypeDef` of `typescript-type-def` has this text at hand: a build
    /// script that depends on the crate can print it.
    pub fn typescript(mut self, ty: impl Into<String>) -> Self {
        self.typescript = Some(ty.into());
        self
    }
}
