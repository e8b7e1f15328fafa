//! Types with forms of their own, as what they are made of.

use super::graph::{Graph, NodeId, Scope};
use super::label::{Absence, FieldLabel, Label};
use crate::model::{Scalar, Special, Timestamp, Type};

impl Graph {
    /// Types that JSON has as text by a name of their own; the others as the tuples that they are.
    pub(super) fn special(&mut self, scope: Scope<'_>, special: Special) -> (Label, Vec<NodeId>) {
        use Scalar::{I8, I32, U8, U16, U32};
        let word = match special {
            Special::Uuid => "uuid",
            Special::Ipv4Addr => "ipv4_addr",
            Special::Ipv6Addr => "ipv6_addr",
            Special::IpAddr => "ip_addr",
            Special::SocketAddrV4 => "socket_addr_v4",
            Special::SocketAddrV6 => "socket_addr_v6",
            Special::SocketAddr => "socket_addr",
            Special::Decimal => "decimal",
            Special::Json => "json",
            Special::TimeDate => return self.numbers(scope, &[I32, U16]),
            Special::TimeTime => return self.numbers(scope, &[U8, U8, U8, U32]),
            Special::TimePrimitiveDateTime => {
                return self.numbers(scope, &[I32, U16, U8, U8, U8, U32]);
            }
            Special::TimeUtcOffset => return self.numbers(scope, &[I8, I8, I8]),
        };
        (Label::Leaf(word), Vec::new())
    }

    /// A moment, however TypeScript shows it.
    pub(super) fn timestamp(
        &mut self,
        scope: Scope<'_>,
        timestamp: Timestamp,
    ) -> (Label, Vec<NodeId>) {
        use Scalar::{I8, I32, U8, U16, U32, U64};
        match timestamp {
            Timestamp::Rfc3339 => (Label::Leaf("string"), Vec::new()),
            Timestamp::TimeOffsetDateTime => {
                self.numbers(scope, &[I32, U16, U8, U8, U8, U32, I8, I8, I8])
            }
            Timestamp::SystemTime => {
                let label = |name: &str| FieldLabel {
                    name: Some(name.to_owned()),
                    absence: Absence::Error,
                };
                let fields = ["secs_since_epoch", "nanos_since_epoch"].map(label);
                let (_, children) = self.numbers(scope, &[U64, U32]);
                let fields = fields.into();
                (Label::Struct { tag: None, fields }, children)
            }
            Timestamp::Seconds
            | Timestamp::Milliseconds
            | Timestamp::Microseconds
            | Timestamp::Nanoseconds => (Label::Leaf("i64"), Vec::new()),
        }
    }

    fn numbers(&mut self, scope: Scope<'_>, scalars: &[Scalar]) -> (Label, Vec<NodeId>) {
        let scalars = scalars.iter().map(|scalar| Type::Scalar(*scalar));
        self.container(scope, "tuple", scalars)
    }
}
