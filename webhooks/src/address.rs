//! Which addresses endpoints may have: those that anybody on the internet can reach.
//!
//! Whoever registers an endpoint chooses what this machine connects to. Addresses inside its own
//! networks, and those that clouds answer with credentials, are nobody's to choose.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether `address` is one of the public internet, and nothing hides in it that is not.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    // Azure answers here what other clouds do at link-local addresses.
    const AZURE: [u8; 4] = [168, 63, 129, 16];
    !matches!(
        address.octets(),
        [0 | 10 | 127, ..]                       // this network, private, loopback
            | [100, 64..=127, ..]                // shared by carriers (CGNAT)
            | [169, 254, ..]                     // link-local, and with it metadata
            | [172, 16..=31, ..]                 // private
            | [192, 0, 0 | 2, _]                 // protocol assignments, documentation
            | [192, 31, 196, _] | [192, 52, 193, _] // anycast of name servers and tunnels
            | [192, 88, 99, _]                   // relays of 6to4
            | [192, 168, ..]                     // private
            | [192, 175, 48, _]                  // anycast of name servers
            | [198, 18 | 19, ..]                 // benchmarks
            | [198, 51, 100, _] | [203, 0, 113, _] // documentation
            | [224..=255, ..]                    // multicast, reserved, broadcast
            | AZURE
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(inside) = embedded(address) {
        return is_public_v4(inside);
    }
    let segments = address.segments();
    // What has been given out to the internet at large; loopback, link-local, unique local,
    // site-local and multicast addresses all lie outside.
    let global = segments[0] & 0xe000 == 0x2000;
    let special = match segments {
        [0x2001, second, ..] if second < 0x0200 => true, // protocols, among them Teredo
        [0x2001, 0x0db8, ..] | [0x3fff, 0..=0x0fff, ..] => true, // documentation
        [0x2002, ..] => true,                            // 6to4: an IPv4 address behind a relay
        [0x2620, 0x004f, 0x8000, ..] => true,            // anycast of name servers
        _ => false,
    };
    global && !special && !is_isatap(segments)
}

/// The IPv4 address that a connection to this one ends at.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    if let Some(mapped) = address.to_ipv4_mapped() {
        return Some(mapped);
    }
    // NAT64: translated by the network.
    match address.segments() {
        [0x0064, 0xff9b, 0, 0, 0, 0, high, low] => {
            let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
            Some(Ipv4Addr::new(a, b, c, d))
        }
        _ => None,
    }
}

/// Tunnels whose other end is an IPv4 address in the last 32 bits.
fn is_isatap(segments: [u16; 8]) -> bool {
    matches!(segments[4], 0 | 0x0200) && segments[5] == 0x5efe
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn only_the_public_internet_may_be_called() {
        let refused = "
            0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255
            127.0.0.1 127.255.255.254 168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2
            172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1
            192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1
            239.255.255.255 240.0.0.1 255.255.255.255
            :: ::1 ::2 ::127.0.0.1 ::93.184.215.14 ::ffff:127.0.0.1 ::ffff:10.0.0.1
            ::ffff:169.254.169.254 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe
            64:ff9b::10.1.2.3 64:ff9b:1::1 64:ff9b:1::93.184.215.14 100::1 2001::1
            2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1 2001:10::1 2001:20::1
            2002:7f00:1::1 2002:5db8:d70e::1 2620:4f:8000::1 3fff::1 3fff:fff::1 5f00::1
            2606:4700::5efe:7f00:1 2606:4700::200:5efe:a00:1
            fc00::1 fd00:ec2::254 fd12:3456::1 fe80::1 febf::1 fec0::1 ff02::1 ff0e::1
            4000::1 8000::1";
        let allowed = "
            1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.215.14 100.63.255.255 100.128.0.0
            126.255.255.255 128.0.0.1 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0
            192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
            ::ffff:93.184.215.14 64:ff9b::93.184.215.14 2001:200::1 2001:4860:4860::8888
            2003::1 2606:4700:4700::1111 2a00:1450:4001:82a::200e 3ffe::1";
        for address in refused.split_whitespace() {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in allowed.split_whitespace() {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}
