//! Which addresses a portal may have when only the public internet is allowed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether `ip` is a unicast address of the public internet.
///
/// Loopback, private, link-local, carrier-grade NAT, documentation, benchmarking, multicast and
/// reserved addresses are not, nor is an IPv6 address that wraps such an IPv4 address (mapped,
/// 6to4, NAT64, Teredo has no fixed one and is refused whole).
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = a == 0
        || ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || ip.is_documentation()
        || (a == 198 && (b == 18 || b == 19))
        || a >= 224;
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let s = ip.segments();
    if let Some(inner) = wrapped_v4(ip) {
        return is_public_v4(inner);
    }
    // Global unicast is 2000::/3; what is carved out of it for other ends follows.
    let global = s[0] & 0xe000 == 0x2000;
    let teredo = s[0] == 0x2001 && s[1] == 0;
    let documentation = (s[0] == 0x2001 && s[1] == 0x0db8) || s[0] == 0x3fff;
    let benchmarking = s[0] == 0x2001 && s[1] == 2 && s[2] == 0;
    let orchid = s[0] == 0x2001 && (0x10..0x40).contains(&s[1]);
    global && !teredo && !documentation && !benchmarking && !orchid
}

/// The IPv4 address inside an IPv4-mapped, NAT64 (`64:ff9b::/96`) or 6to4 (`2002::/16`) address.
fn wrapped_v4(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let s = ip.segments();
    let from = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match s {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(from(high, low))
        }
        [0x2002, high, low, ..] => Some(from(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_and_not() {
        for (ip, public) in [
            ("93.184.216.34", true),
            ("100.63.255.255", true),
            ("172.32.0.1", true),
            ("2606:2800:220:1::1", true),
            ("::ffff:93.184.216.34", true),
            ("127.0.0.1", false),
            ("127.9.9.9", false),
            ("10.0.0.8", false),
            ("172.16.0.1", false),
            ("192.168.1.1", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("0.0.0.0", false),
            ("198.18.0.1", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("::", false),
            ("::1", false),
            ("::ffff:127.0.0.1", false),
            ("::127.0.0.1", false),
            ("64:ff9b::10.0.0.1", false),
            ("2002:7f00:1::", false),
            ("2001::1", false),
            ("fe80::1", false),
            ("fc00::1", false),
            ("fd12:3456::1", false),
            ("ff02::1", false),
            ("2001:db8::1", false),
        ] {
            assert_eq!(is_public(ip.parse().unwrap()), public, "{ip}");
        }
    }
}
