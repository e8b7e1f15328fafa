//! Addresses: their bytes, behind a variant's index where there are two versions.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use crate::wire::error::{Reason, Result};
use crate::wire::reader::Reader;
use crate::wire::writer::Writer;

/// The indices of the variants.
const V4: u32 = 0;
const V6: u32 = 1;

pub(super) fn v4(reader: &mut Reader<'_>) -> Result<Ipv4Addr> {
    reader.array::<4>().map(Ipv4Addr::from)
}

pub(super) fn v6(reader: &mut Reader<'_>) -> Result<Ipv6Addr> {
    reader.array::<16>().map(Ipv6Addr::from)
}

pub(super) fn ip(reader: &mut Reader<'_>) -> Result<IpAddr> {
    match reader.varint::<u32>()? {
        V4 => v4(reader).map(IpAddr::V4),
        V6 => v6(reader).map(IpAddr::V6),
        _ => Err(Reason::Value.into()),
    }
}

pub(super) fn socket_v4(reader: &mut Reader<'_>) -> Result<SocketAddrV4> {
    let address = v4(reader)?;
    Ok(SocketAddrV4::new(address, reader.varint()?))
}

pub(super) fn socket_v6(reader: &mut Reader<'_>) -> Result<SocketAddrV6> {
    let address = v6(reader)?;
    Ok(SocketAddrV6::new(address, reader.varint()?, 0, 0))
}

pub(super) fn socket(reader: &mut Reader<'_>) -> Result<SocketAddr> {
    match reader.varint::<u32>()? {
        V4 => socket_v4(reader).map(SocketAddr::V4),
        V6 => socket_v6(reader).map(SocketAddr::V6),
        _ => Err(Reason::Value.into()),
    }
}

pub(super) fn write_v4(address: Ipv4Addr, writer: &mut Writer) {
    writer.raw(&address.octets());
}

pub(super) fn write_v6(address: Ipv6Addr, writer: &mut Writer) {
    writer.raw(&address.octets());
}

pub(super) fn write_ip(address: IpAddr, writer: &mut Writer) {
    match address {
        IpAddr::V4(address) => {
            writer.varint(V4.into());
            write_v4(address, writer);
        }
        IpAddr::V6(address) => {
            writer.varint(V6.into());
            write_v6(address, writer);
        }
    }
}

pub(super) fn write_socket_v4(address: SocketAddrV4, writer: &mut Writer) {
    write_v4(*address.ip(), writer);
    writer.varint(address.port().into());
}

/// Without scope and flow, which do not travel.
pub(super) fn write_socket_v6(address: SocketAddrV6, writer: &mut Writer) {
    write_v6(*address.ip(), writer);
    writer.varint(address.port().into());
}

pub(super) fn write_socket(address: SocketAddr, writer: &mut Writer) {
    match address {
        SocketAddr::V4(address) => {
            writer.varint(V4.into());
            write_socket_v4(address, writer);
        }
        SocketAddr::V6(address) => {
            writer.varint(V6.into());
            write_socket_v6(address, writer);
        }
    }
}
