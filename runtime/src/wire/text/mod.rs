//! What people write as text, and postcard carries as bytes or numbers.

mod net;
mod uuid;

use super::error::{Reason, Result};
use super::reader::Reader;
use super::shape::Text;
use super::writer::Writer;

/// The text of what is next.
pub(super) fn read(kind: Text, reader: &mut Reader<'_>) -> Result<String> {
    match kind {
        Text::Uuid => uuid::read(reader),
        Text::Ipv4Addr => net::v4(reader).map(|address| address.to_string()),
        Text::Ipv6Addr => net::v6(reader).map(|address| address.to_string()),
        Text::IpAddr => net::ip(reader).map(|address| address.to_string()),
        Text::SocketAddrV4 => net::socket_v4(reader).map(|address| address.to_string()),
        Text::SocketAddrV6 => net::socket_v6(reader).map(|address| address.to_string()),
        Text::SocketAddr => net::socket(reader).map(|address| address.to_string()),
    }
}

/// Writes what `text` stands for.
pub(super) fn write(kind: Text, text: &str, writer: &mut Writer) -> Result<()> {
    match kind {
        Text::Uuid => uuid::write(text, writer),
        Text::Ipv4Addr => text
            .parse()
            .map(|address| net::write_v4(address, writer))
            .ok(),
        Text::Ipv6Addr => text
            .parse()
            .map(|address| net::write_v6(address, writer))
            .ok(),
        Text::IpAddr => text
            .parse()
            .map(|address| net::write_ip(address, writer))
            .ok(),
        Text::SocketAddrV4 => text
            .parse()
            .map(|address| net::write_socket_v4(address, writer))
            .ok(),
        Text::SocketAddrV6 => text
            .parse()
            .map(|address| net::write_socket_v6(address, writer))
            .ok(),
        Text::SocketAddr => text
            .parse()
            .map(|address| net::write_socket(address, writer))
            .ok(),
    }
    .ok_or_else(|| Reason::Value.into())
}
