//! SECURITY.md, promise 10, its first half: Rust equals TypeScript byte for byte.
//!
//! For every supported type, ten thousand random values are encoded by postcard, sent through the
//! service, which decodes and encodes them again, and handed to the generated JavaScript client,
//! which does the same. All three must give the same bytes.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a step that fails is a test that fails, and says what it compared"
)]

mod sample;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use conformance_tests::types::{
    Direction, Expression, Marker, Page, Pair, PostId, Record, Renamed, Shape, Tree, Wrapped,
};
use futures_util::FutureExt as _;
use http_body_util::{BodyExt as _, Full};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use sample::Sample;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower::ServiceExt as _;

/// How many values of each type are compared.
const VALUES: usize = 10_000;

#[test]
fn promise_10_rust_equals_typescript_byte_for_byte() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("agree");
    std::fs::create_dir_all(&folder).unwrap();
    let suite = Suite {
        folder,
        service: service(),
    };
    suite.check::<bool>("bool");
    suite.check::<u8>("u8");
    suite.check::<u16>("u16");
    suite.check::<u32>("u32");
    suite.check::<u64>("u64");
    suite.check::<u128>("u128");
    suite.check::<usize>("usize");
    suite.check::<i8>("i8");
    suite.check::<i16>("i16");
    suite.check::<i32>("i32");
    suite.check::<i64>("i64");
    suite.check::<i128>("i128");
    suite.check::<isize>("isize");
    suite.check::<f32>("f32");
    suite.check::<f64>("f64");
    suite.check::<char>("char");
    suite.check::<()>("unit");
    suite.check::<String>("string");
    suite.check::<Box<str>>("boxed_str");
    suite.check::<Arc<str>>("shared_str");
    suite.check::<Vec<u8>>("bytes");
    suite.check::<Box<[u8]>>("boxed_bytes");
    suite.check::<[u8; 16]>("byte_array");
    suite.check::<Option<u32>>("option");
    suite.check::<Option<Option<i8>>>("option_of_option");
    suite.check::<Option<()>>("option_of_unit");
    suite.check::<Vec<String>>("list");
    suite.check::<Vec<Vec<u16>>>("list_of_lists");
    suite.check::<Box<[i32]>>("boxed_slice");
    suite.check::<[i16; 3]>("array");
    suite.check::<[u16; 20]>("long_array");
    suite.check::<[Option<bool>; 2]>("array_of_options");
    suite.check::<(u8, String, bool)>("tuple");
    suite.check::<(u64,)>("single");
    suite.check::<((i8, u8), [char; 2])>("nested_tuple");
    suite.check::<Box<u32>>("boxed");
    suite.check::<Arc<i64>>("shared");
    suite.check_unordered::<HashMap<String, u32>>("hash_map");
    suite.check::<BTreeMap<u64, Option<String>>>("tree_map");
    suite.check::<BTreeMap<(u8, bool), i8>>("map_by_tuple");
    suite.check_unordered::<HashSet<u32>>("hash_set");
    suite.check::<BTreeSet<String>>("tree_set");
    suite.check::<BTreeSet<Vec<u8>>>("set_of_bytes");
    suite.check::<Marker>("unit_struct");
    suite.check::<PostId>("newtype");
    suite.check::<Wrapped>("newtype_of_struct");
    suite.check::<Pair>("tuple_struct");
    suite.check::<Record>("record");
    suite.check::<Renamed>("renamed");
    suite.check::<Direction>("unit_enum");
    suite.check::<Shape>("shape");
    suite.check::<Page<u64>>("generic_of_number");
    suite.check::<Page<Record>>("generic_of_record");
    suite.check::<Tree>("recursive_struct");
    suite.check::<Expression>("recursive_enum");
    suite.check_unordered::<HashMap<PostId, Vec<Pair>>>("map_of_records");
    suite.compare_with_javascript();
}

fn service() -> tramline::Service {
    tramline::Service::builder(conformance_tests::actions(()))
        .body_limit(64 << 20)
        .build()
}

struct Suite {
    folder: PathBuf,
    service: tramline::Service,
}

impl Suite {
    /// The service and Node must give the bytes they were given.
    fn check<T: Sample + Serialize>(&self, name: &str) {
        let (bytes, answer) = self.echo(name, &values::<T>());
        assert!(
            answer == bytes,
            "{name}: the service answers with other bytes than it was sent"
        );
    }

    /// The same for collections whose order is random in Rust: the service must give the values
    /// it was given. JavaScript keeps the order, so Node must still give the bytes.
    fn check_unordered<T>(&self, name: &str)
    where
        T: Sample + Serialize + DeserializeOwned + PartialEq,
    {
        let values = values::<T>();
        let (_, answer) = self.echo(name, &values);
        let answer: Vec<T> = postcard::from_bytes(&answer).unwrap();
        assert!(
            answer == values,
            "{name}: the service answers with other values than it was sent"
        );
    }

    /// Encodes `values`, leaves them for Node, and returns them beside the service's answer.
    fn echo<T: Serialize>(&self, name: &str, values: &[T]) -> (Vec<u8>, Vec<u8>) {
        let bytes = postcard::to_stdvec(values).unwrap();
        std::fs::write(self.folder.join(format!("{name}.bin")), &bytes).unwrap();
        let answer = self.call(&format!("echo_{name}"), &bytes);
        (bytes, answer)
    }

    fn call(&self, function: &str, input: &[u8]) -> Vec<u8> {
        let name = format!("echo.{function}");
        let info = self
            .service
            .actions()
            .find(|info| info.name == name)
            .unwrap();
        let request = http::Request::post(format!("http://localhost/rpc/{}", info.path()))
            .header("host", "localhost")
            .header("content-type", "application/postcard")
            .body(Full::new(bytes::Bytes::copy_from_slice(input)))
            .unwrap();
        let response = self
            .service
            .clone()
            .oneshot(request)
            .now_or_never()
            .unwrap()
            .unwrap();
        let status = response.status();
        let body = response
            .into_body()
            .collect()
            .now_or_never()
            .unwrap()
            .unwrap()
            .to_bytes();
        assert_eq!(
            status,
            200,
            "{function}: {}",
            String::from_utf8_lossy(&body)
        );
        body.to_vec()
    }

    fn compare_with_javascript(&self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("agree.mjs");
        let output = Command::new("node")
            .arg(script)
            .arg(&self.folder)
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success(),
            "{text}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        println!("{text}");
    }
}

/// The same values in every run: the generator starts from a fixed seed.
fn values<T: Sample>() -> Vec<T> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = T::sample();
    (0..VALUES)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .collect()
}
