//! Types whose bytes people write as text: what serde does with them on a wire that no one reads.

use crate::wire::shape::{Enum, Shape, Tagging, Text, Variant};

/// What they are to serde; a `Uuid` is bytes.
pub(super) fn layout(text: Text) -> &'static Shape {
    match text {
        Text::Uuid => &Shape::Bytes,
        Text::Ipv4Addr => &V4,
        Text::Ipv6Addr => &V6,
        Text::IpAddr => &EITHER,
        Text::SocketAddrV4 => &SOCKET_V4,
        Text::SocketAddrV6 => &SOCKET_V6,
        Text::SocketAddr => &SOCKET,
    }
}

/// One of them as people write it.
pub(super) fn example(text: Text) -> &'static str {
    match text {
        Text::Uuid => "00000000-0000-0000-0000-000000000001",
        Text::Ipv4Addr | Text::IpAddr => "127.0.0.1",
        Text::Ipv6Addr => "::1",
        Text::SocketAddrV4 | Text::SocketAddr => "127.0.0.1:80",
        Text::SocketAddrV6 => "[::1]:80",
    }
}

static V4: Shape = Shape::FixedBytes(4);

static V6: Shape = Shape::FixedBytes(16);

static EITHER: Shape = Shape::Enum(&Enum {
    tagging: Tagging::External,
    variants: &[
        Variant::new(0, "V4", Shape::FixedBytes(4)),
        Variant::new(1, "V6", Shape::FixedBytes(16)),
    ],
});

static SOCKET_V4: Shape = Shape::Tuple(&[Shape::FixedBytes(4), Shape::U16]);

static SOCKET_V6: Shape = Shape::Tuple(&[Shape::FixedBytes(16), Shape::U16]);

static SOCKET: Shape = Shape::Enum(&Enum {
    tagging: Tagging::External,
    variants: &[
        Variant::new(0, "V4", Shape::Named(&SOCKET_V4)),
        Variant::new(1, "V6", Shape::Named(&SOCKET_V6)),
    ],
});
