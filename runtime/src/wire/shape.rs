//! What a value looks like on the wire, as data.
//!
//! Rust's types say how a value is laid out only to code that is generic over them. A shape says it
//! to code that is not: one transcoder between lossless JSON and postcard, and one decoder for what
//! serde can only read with names at hand. Shapes are written by the build step, as constants that
//! refer to one another; they name no type of the user's.

mod known;

/// The layout of one type in one direction, with the names that JSON carries.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// `bool`
    Bool,
    /// An integer without sign, of 8 bits.
    U8,
    /// Of 16 bits.
    U16,
    /// Of 32 bits.
    U32,
    /// Of 64 bits.
    U64,
    /// Of 128 bits.
    U128,
    /// An integer with sign, of 8 bits.
    I8,
    /// Of 16 bits.
    I16,
    /// Of 32 bits.
    I32,
    /// Of 64 bits.
    I64,
    /// Of 128 bits.
    I128,
    /// Single precision.
    F32,
    /// Double precision.
    F64,
    /// One character.
    Char,
    /// Text.
    String,
    /// Bytes after their number.
    Bytes,
    /// `[u8; N]`: so many bytes.
    FixedBytes(usize),
    /// Nothing.
    Unit,
    /// Perhaps a value.
    Option(&'static Shape),
    /// Values after their number.
    List(&'static Shape),
    /// The same, no two of them equal.
    Set(&'static Shape),
    /// Keys and values after their number.
    Map(&'static Shape, &'static Shape),
    /// So many values.
    Array(&'static Shape, usize),
    /// One value of each.
    Tuple(&'static [Shape]),
    /// Fields by name.
    Struct(&'static Struct),
    /// One of several variants.
    Enum(&'static Enum),
    /// Bytes that people write as text.
    Text(Text),
    /// A type that has a name of its own, so that it can contain itself.
    Named(&'static Shape),
}

/// A struct with named fields; an empty list of fields is `struct Nothing {}`.
#[derive(Clone, Copy, Debug)]
pub struct Struct {
    /// In the order of the wire.
    pub fields: &'static [Field],
    /// Whether JSON with other members is refused.
    pub deny_unknown_fields: bool,
}

/// A field of a struct.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// As serde writes it.
    pub name: &'static str,
    /// Other names that are understood.
    pub aliases: &'static [&'static str],
    /// What it holds.
    pub shape: Shape,
    /// Whether the caller may leave it out.
    pub presence: Presence,
}

/// Whether a field may be left out of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It may not, unless it is an `Option`, which then is `None`.
    Required,
    /// Its default is what zeros decode to: `None`, empty, `0`, `false`. The bytes are those of a
    /// required field.
    Zero,
    /// Only Rust knows its default: a byte says whether the value follows.
    Flagged,
}

/// An enum.
#[derive(Clone, Copy, Debug)]
pub struct Enum {
    /// How the variant is told.
    pub tagging: Tagging,
    /// In the order of declaration.
    pub variants: &'static [Variant],
}

/// How the variant of an enum is told. On postcard: its index, or with an internal tag its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// `{"Name": …}`
    External,
    /// `{"tag": "Name", …}`
    Internal {
        /// The member with the name.
        tag: &'static str,
    },
    /// `{"tag": "Name", "content": …}`
    Adjacent {
        /// The member with the name.
        tag: &'static str,
        /// The member with what it holds.
        content: &'static str,
    },
}

/// A variant of an enum.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// As serde writes it.
    pub name: &'static str,
    /// Other names that are understood.
    pub aliases: &'static [&'static str],
    /// Its number on postcard.
    pub index: u32,
    /// What it holds; nothing for a unit variant. With an internal tag: a struct.
    pub payload: Option<Shape>,
    /// `#[serde(other)]`: stands in for every unknown name and number.
    pub other: bool,
}

/// Types that postcard carries as bytes or numbers, and people as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// `uuid::Uuid`: sixteen bytes after their number.
    Uuid,
    /// `std::net::Ipv4Addr`: four bytes.
    Ipv4Addr,
    /// `std::net::Ipv6Addr`: sixteen bytes.
    Ipv6Addr,
    /// `std::net::IpAddr`: a variant's index, then one of these.
    IpAddr,
    /// `std::net::SocketAddrV4`: an address and a port.
    SocketAddrV4,
    /// `std::net::SocketAddrV6`: an address and a port.
    SocketAddrV6,
    /// `std::net::SocketAddr`: a variant's index, then one of these.
    SocketAddr,
}

impl Field {
    /// A required field without other names.
    #[must_use]
    pub const fn new(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            aliases: &[],
            shape,
            presence: Presence::Required,
        }
    }

    /// With other names that are understood.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// With [`Presence::Zero`].
    #[must_use]
    pub const fn zero(mut self) -> Self {
        self.presence = Presence::Zero;
        self
    }

    /// With [`Presence::Flagged`].
    #[must_use]
    pub const fn flagged(mut self) -> Self {
        self.presence = Presence::Flagged;
        self
    }
}

impl Variant {
    /// A variant without other names that holds something.
    #[must_use]
    pub const fn new(index: u32, name: &'static str, payload: Shape) -> Self {
        Self {
            payload: Some(payload),
            ..Self::unit(index, name)
        }
    }

    /// One that holds nothing.
    #[must_use]
    pub const fn unit(index: u32, name: &'static str) -> Self {
        Self {
            name,
            aliases: &[],
            index,
            payload: None,
            other: false,
        }
    }

    /// With other names that are understood.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// With `#[serde(other)]`.
    #[must_use]
    pub const fn other(mut self) -> Self {
        self.other = true;
        self
    }
}
