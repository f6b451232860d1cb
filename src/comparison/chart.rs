//! The chart: how many messages one follower costs under each protocol, the further its log is from the leader's.

use super::{Trial, costs, head, terms, trial};
use crate::catalog::ProtocolName;
use crate::log::Term;
use crate::properties;
use crate::property::Property;

/// The largest number by which the chart's follower is behind, or in conflict.
const CHART_LIMIT: usize = 16;

/// A curve of the chart: how many messages one follower costs under a protocol.
pub struct Curve {
    pub protocol: ProtocolName,
    /// For 0, 1, 2 and so on.
    pub points: Vec<Point>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub messages: u32,
    /// Whether the follower's log equals the leader's in the end.
    pub equal: bool,
}

/// How many messages bring one follower up to date that is behind by 0, 1, 2 and so on entries.
pub fn chart_behind() -> Vec<Curve> {
    curves(|behind| {
        [
            terms(CHART_LIMIT + 1, 0, 1),
            terms(CHART_LIMIT + 1 - behind, 0, 1),
        ]
    })
}

/// The same for a follower of whose log the last 0, 1, 2 and so on entries conflict.
pub fn chart_conflicting() -> Vec<Curve> {
    curves(|conflicting| {
        let common = CHART_LIMIT + 1 - conflicting;
        [terms(common, conflicting, 3), terms(common, conflicting, 2)]
    })
}

/// The curves for the leader's and the follower's terms at each number.
fn curves(logs: fn(usize) -> [Vec<Term>; 2]) -> Vec<Curve> {
    let curve = |&protocol| {
        let points = (0..=CHART_LIMIT).map(|number| {
            let [ours, theirs] = logs(number);
            point(&ours, &theirs, protocol)
        });
        Curve {
            protocol,
            points: points.collect(),
        }
    };
    ProtocolName::ALL.iter().map(curve).collect()
}

fn point(ours: &[Term], theirs: &[Term], protocol: ProtocolName) -> Point {
    let start = head(&[("dick", ours), ("harry", theirs)]);
    let trial = trial(&start, "client dick youre_the_leader\nsettle\n", protocol);
    let Trial { run, .. } =
        trial.unwrap_or_else(|fault| panic!("the chart's text cannot be read: {fault}"));
    let everything = properties::look(run.now(), None, Property::EveryoneHasEverything);
    Point {
        messages: costs(&run, run.length()).messages,
        equal: everything.holds(),
    }
}
