//! The rounds that values make.

use std::path::{Path, PathBuf};
use std::process::Command;

use conformance_tests::seen;
use futures_util::FutureExt as _;
use http_body_util::{BodyExt as _, Full};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower::ServiceExt as _;

use crate::sample::Sample;

/// How many values of each type are compared.
const VALUES: usize = 2_000;

pub(crate) struct Suite {
    folder: PathBuf,
    /// The folder of the client.
    client: &'static str,
    service: tramline::Service,
    types: Vec<Type>,
}

/// One type of which values were sampled.
struct Type {
    name: &'static str,
    travel: Travel,
    /// Whether what an action keeps, or answers, stands for the sampled values.
    holds: Holds,
    /// What may stand for what in its JSON.
    spellings: &'static [(&'static str, &'static str)],
}

type Holds = Box<dyn Fn(&[u8]) -> bool>;

/// How values of a type travel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Travel {
    /// As postcard, and one value has one spelling both ways.
    Alike,
    /// As postcard, where a value can be spelt in several ways, or differently as an input.
    Freely,
    /// As plain JSON.
    Plainly,
}

impl Suite {
    /// A suite with a folder of its own.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("agree")
            .join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        let service = tramline::Service::builder(conformance_tests::actions(()))
            .body_limit(64 << 20)
            .build();
        Self {
            folder,
            client: "api",
            service,
            types: Vec::new(),
        }
    }

    /// The same with the client in another folder.
    pub(crate) fn of_client(client: &'static str) -> Self {
        let suite = Self::new(client);
        Self { client, ..suite }
    }

    /// Lets each of these words in the last type's JSON be another one, which means the same.
    pub(crate) fn spelt(&mut self, spellings: &'static [(&'static str, &'static str)]) {
        let last = self.types.last_mut().unwrap();
        last.spellings = spellings;
    }

    /// Values are compared as bytes, which tell more floats apart than equality does.
    pub(crate) fn check<T: Sample + Serialize>(&mut self, name: &'static str) {
        self.add::<T>(name, Travel::Alike);
    }

    /// The same where JavaScript may write other bytes than Rust, which Rust reads as the same.
    pub(crate) fn check_freely<T: Sample + Serialize>(&mut self, name: &'static str) {
        self.add::<T>(name, Travel::Freely);
    }

    fn add<T: Sample + Serialize>(&mut self, name: &'static str, travel: Travel) {
        let bytes = postcard::to_stdvec(&values::<T>()).unwrap();
        self.write(name, "bin", &bytes);
        let holds = Box::new(move |found: &[u8]| found == bytes);
        self.push(name, travel, holds);
    }

    /// The same for types some of whose fields may be skipped, which the service writes first.
    pub(crate) fn check_given<T: Sample + Serialize>(&mut self, name: &'static str) {
        let kept = postcard::to_stdvec(&values::<T>()).unwrap();
        seen::give(values::<T>());
        let bytes = self.call_action(&format!(".give_{name}"), POSTCARD, b"");
        self.write(name, "bin", &bytes);
        let holds = Box::new(move |found: &[u8]| found == bytes || found == kept);
        self.push(name, Travel::Freely, holds);
    }

    /// Compares values, of collections whose order is random in Rust, or nothing to equality.
    pub(crate) fn check_unordered<T>(&mut self, name: &'static str)
    where
        T: Sample + Serialize + DeserializeOwned + PartialEq,
    {
        let values = values::<T>();
        self.write(name, "bin", &postcard::to_stdvec(&values).unwrap());
        let holds = move |found: &[u8]| postcard::from_bytes::<Vec<T>>(found).unwrap() == values;
        self.push(name, Travel::Freely, Box::new(holds));
    }

    /// Compares values that travel as plain JSON.
    pub(crate) fn check_plain<T>(&mut self, name: &'static str)
    where
        T: Sample + Serialize + DeserializeOwned + PartialEq,
    {
        let values = values::<T>();
        self.write(name, "text", &serde_json::to_vec(&values).unwrap());
        let holds = move |found: &[u8]| serde_json::from_slice::<Vec<T>>(found).unwrap() == values;
        self.push(name, Travel::Plainly, Box::new(holds));
    }

    fn push(&mut self, name: &'static str, travel: Travel, holds: Holds) {
        self.types.push(Type {
            name,
            travel,
            holds,
            spellings: &[],
        });
    }

    /// Sends every type on its rounds.
    pub(crate) fn compare(&self) {
        self.javascript("write");
        for one in &self.types {
            match one.travel {
                Travel::Plainly => self.compare_plain(one),
                Travel::Alike | Travel::Freely => self.compare_both(one),
            }
            self.compare_spellings(one);
        }
        self.javascript("read");
        for one in &self.types {
            if one.travel != Travel::Plainly {
                self.compare_back(one);
            }
        }
    }

    fn compare_plain(&self, Type { name, holds, .. }: &Type) {
        let answer = self.call(name, JSON, &wrapped(&self.read(name, "text")));
        assert!(holds(&seen::last()), "{name}: Rust reads its own JSON");
        assert!(holds(&answer), "{name}: Rust answers what it was sent");
        self.call(name, JSON, &self.read(name, "input.json"));
        assert!(holds(&seen::last()), "{name}: Rust reads JavaScript's JSON");
    }

    fn compare_both(&self, one: &Type) {
        let Type { name, holds, .. } = one;
        let input = self.read(name, "input.bin");
        let bytes = self.read(name, "bin");
        let alike = one.travel != Travel::Alike || input == bytes;
        assert!(alike, "{name}: JavaScript writes the bytes it has read");
        let answer = self.call(name, POSTCARD, &input);
        assert!(
            holds(&seen::last()),
            "{name}: Rust reads JavaScript's bytes"
        );
        assert!(holds(&answer), "{name}: Rust answers what it was sent");

        let answer = self.call(name, JSON, &self.read(name, "input.json"));
        assert!(holds(&seen::last()), "{name}: Rust reads JavaScript's JSON");
        self.write(name, "answer.json", &answer);
        self.call(name, JSON, &wrapped(&answer));
        assert!(holds(&seen::last()), "{name}: Rust reads its own JSON");
    }

    fn compare_spellings(&self, one: &Type) {
        let Type { name, holds, .. } = one;
        let usual = String::from_utf8(self.read(name, "input.json")).unwrap();
        for (word, other) in one.spellings {
            let json = usual.replace(word, other);
            assert_ne!(json, usual, "{name}: JavaScript writes {word}");
            self.call(name, JSON, json.as_bytes());
            assert!(holds(&seen::last()), "{name}: Rust reads {other} as {word}");
        }
    }

    fn compare_back(&self, Type { name, holds, .. }: &Type) {
        self.call(name, POSTCARD, &self.read(name, "back.bin"));
        assert!(holds(&seen::last()), "{name}: JavaScript reads Rust's JSON");
    }

    pub(crate) fn call(&self, name: &str, content_type: &str, input: &[u8]) -> Vec<u8> {
        self.call_action(&format!(".echo_{name}"), content_type, input)
    }

    /// Calls the action whose name ends like this.
    fn call_action(&self, name: &str, content_type: &str, input: &[u8]) -> Vec<u8> {
        let (status, body) = self.reply(name, content_type, input);
        let text = String::from_utf8_lossy(&body);
        assert_eq!(status, 200, "{name} in {content_type}: {text}");
        body
    }

    /// What the action whose name ends like this answers.
    pub(crate) fn reply(&self, name: &str, content_type: &str, input: &[u8]) -> (u16, Vec<u8>) {
        let mut actions = self.service.actions();
        let info = actions.find(|info| info.name.ends_with(name)).unwrap();
        let request = http::Request::post(format!("http://localhost/rpc/{}", info.path()))
            .header("host", "localhost")
            .header("content-type", content_type)
            .body(Full::new(bytes::Bytes::copy_from_slice(input)))
            .unwrap();
        // Everything is there at once, so nothing is waited for.
        let response = self.service.clone().oneshot(request).now_or_never();
        let response = response.unwrap().unwrap();
        let status = response.status().as_u16();
        let body = response.into_body().collect().now_or_never();
        let body = body.unwrap().unwrap().to_bytes();
        (status, body.to_vec())
    }

    pub(crate) fn javascript(&self, step: &str) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("agree.mjs");
        let mut command = Command::new("node");
        let output = command
            .arg(script)
            .args([step, self.client])
            .arg(&self.folder)
            .output();
        let output = output.unwrap();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{step}: {complaint}");
    }

    pub(crate) fn read(&self, name: &str, ending: &str) -> Vec<u8> {
        std::fs::read(self.folder.join(format!("{name}.{ending}"))).unwrap()
    }

    pub(crate) fn write(&self, name: &str, ending: &str, bytes: &[u8]) {
        std::fs::write(self.folder.join(format!("{name}.{ending}")), bytes).unwrap();
    }
}

pub(crate) const POSTCARD: &str = "application/postcard";
pub(crate) const JSON: &str = "application/json";

/// `values` as the input of an action that echoes them.
fn wrapped(values: &[u8]) -> Vec<u8> {
    [br#"{"values":"#, values, b"}"].concat()
}

/// The same values in every run: the generator starts from a fixed seed.
pub(crate) fn values<T: Sample>() -> Vec<T> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = T::sample();
    (0..VALUES)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .collect()
}
