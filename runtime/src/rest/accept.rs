//! Whether a caller takes what is answered (RFC 9110, section 12.5.1).

use http::HeaderMap;
use http::header::ACCEPT;

/// Whether `application/json` is among what the headers accept: the range that names it most
/// closely decides, and without any it is.
pub(crate) fn allows_json(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(ACCEPT).iter();
    let lines = lines.filter_map(|line| line.to_str().ok());
    let ranges = lines.flat_map(|line| line.split(',')).map(str::trim);
    let mut is_said = false;
    let mut closest: Option<(u8, bool)> = None;
    for range in ranges.filter(|range| !range.is_empty()) {
        is_said = true;
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let closeness = match () {
            () if name.eq_ignore_ascii_case("application/json") => 3,
            () if name.eq_ignore_ascii_case("application/*") => 2,
            () if name == "*/*" => 1,
            () => continue,
        };
        let is_allowed = !parts.any(is_zero);
        closest = match closest {
            Some((closer, _)) if closer > closeness => closest,
            // Of two that say the same of the same, the one that takes it counts.
            Some((same, true)) if same == closeness => closest,
            _ => Some((closeness, is_allowed)),
        };
    }
    closest.map_or(!is_said, |(_, is_allowed)| is_allowed)
}

/// Whether a parameter says that what it belongs to is not wanted: `q=0`, `q=0.0` and so on.
fn is_zero(parameter: &str) -> bool {
    let Some((name, weight)) = parameter.split_once('=') else {
        return false;
    };
    let weight = weight.trim();
    let is_nothing = !weight.is_empty() && weight.bytes().all(|byte| b"0.".contains(&byte));
    name.trim().eq_ignore_ascii_case("q") && is_nothing
}

#[cfg(test)]
mod tests {
    use http::header::ACCEPT;
    use http::{HeaderMap, HeaderValue};

    use super::allows_json;

    #[test]
    fn the_closest_range_decides() {
        let check = |lines: &[&'static str], expected| {
            let lines = lines
                .iter()
                .map(|line| (ACCEPT, HeaderValue::from_static(line)));
            let headers: HeaderMap = lines.collect();
            assert_eq!(allows_json(&headers), expected, "{headers:?}");
        };
        check(&[], true);
        for allowed in [
            "",
            "*/*",
            "application/*",
            "application/json",
            "APPLICATION/JSON; charset=utf-8",
            "text/html, application/json;q=0.1",
            "text/html,*/*;q=0.001",
            "*/*;q=0, application/json",
            "application/*;q=0,application/json;q=0.5",
            "application/json;q=",
        ] {
            check(&[allowed], true);
        }
        for refused in [
            "text/html",
            "application/xml",
            "application/problem+json",
            "application/jsonp",
            "application/json;q=0",
            "application/json; q=0.000",
            "*/*, application/json;q=0",
            "application/*;Q=0, */*",
            "nonsense",
        ] {
            check(&[refused], false);
        }
        check(&["text/html", "application/json"], true);
        check(&["text/html", "image/png"], false);
    }
}
