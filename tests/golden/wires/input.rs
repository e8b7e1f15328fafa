//! What travels otherwise than it is declared, or otherwise in results than in inputs.

use serde::{Deserialize, Serialize};

/// Told by a member of its own.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Somebody joined.
    Joined {
        #[serde(alias = "name")]
        who: String,
    },
    Left(Leaving),
    Nothing,
}

/// A struct of its own beside a tag.
#[derive(Serialize, Deserialize)]
pub struct Leaving {
    #[serde(default)]
    pub reason: Option<String>,
    pub after: Vec<Event>,
}

/// Told by one member, held by another.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", content = "value")]
pub enum Setting {
    Volume(u8),
    Size(u16, u16),
    Silent,
}

/// Has more in results than in inputs.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    #[serde(skip_deserializing)]
    pub id: u64,
    pub name: String,
    #[serde(default = "everyone", rename(serialize = "visibleTo"))]
    pub visible_to: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(skip)]
    pub cached: bool,
}

fn everyone() -> String {
    "everyone".to_owned()
}

/// Any of several forms, which postcard cannot tell apart.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum Loose {
    Number(u32),
    Text(String),
}

/// A number to everyone else.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        if number.is_multiple_of(2) {
            Ok(Self(number))
        } else {
            Err("odd")
        }
    }
}

impl From<Even> for u8 {
    fn from(even: Even) -> Self {
        even.0
    }
}

mod hidden {
    use serde::{Deserialize, Serialize};

    /// Checked where it stands, bounds and all.
    #[derive(Serialize, Deserialize, tramline::Wire)]
    pub struct Sealed<T: Clone> {
        inside: T,
        times: u16,
    }

    impl<T: Clone> Sealed<T> {
        /// Opens it.
        pub fn open(self) -> (T, u16) {
            (self.inside, self.times)
        }
    }
}
pub use hidden::Sealed;

tramline::include_actions!();

/// Tells of an event.
#[tramline::action]
pub async fn tell(event: Event) -> Vec<Event> {
    vec![event]
}

/// Changes a setting.
#[tramline::action]
pub async fn set(setting: Setting, #[wire(default = 1)] times: u32) -> Setting {
    let _ = times;
    setting
}

/// Changes a profile.
#[tramline::action]
pub async fn change(profile: Profile) -> Profile {
    profile
}

/// Speaks plain JSON.
#[tramline::action]
pub async fn loosely(loose: Loose, count: Option<u8>) -> Loose {
    let _ = count;
    loose
}

/// Doubles.
#[tramline::query]
pub async fn double(even: Even, sealed: Sealed<String>) -> (Even, u16) {
    (even, sealed.open().1)
}
