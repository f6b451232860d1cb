//! What servers said to each other in a run.

use crate::event::Event;
use crate::history::Envelope;
use crate::network::Payload;
use crate::run::Run;

/// What servers said to each other in a part of a run. What the client says and hears is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    pub messages: u32,
    /// Half the longest chain of messages each of which was sent because of the one before, rounded up:
    /// how many times somebody had to wait for an answer.
    pub round_trips: u32,
    pub entries: u32,
    /// Of the text on the wire.
    pub bytes: u32,
}

/// What the run cost up to a moment.
pub fn costs(run: &Run, moment: usize) -> Costs {
    let mut costs = Costs::default();
    // How long the chain is that each envelope ends, in order of their ids.
    let mut chains: Vec<u32> = vec![0];
    for moment in 1..=moment {
        let events = run.events(moment);
        let cause = match events.first() {
            Some(Event::Delivered { envelope, .. }) => chains[envelope.id as usize],
            _ => 0,
        };
        for event in events {
            let (envelope, chain) = match event {
                Event::Sent(envelope) => (envelope, cause + 1),
                Event::Duplicated(envelope) => {
                    let original = envelope.copy_of.map_or(0, |id| chains[id as usize]);
                    (envelope, original)
                }
                _ => continue,
            };
            let counts = is_between_servers(envelope);
            chains.push(if counts { chain } else { 0 });
            if counts {
                costs.messages += 1;
                costs.round_trips = costs.round_trips.max(chain.div_ceil(2));
                costs.entries += envelope
                    .letter
                    .section()
                    .map_or(0, |section| section.count());
                costs.bytes += envelope.letter.wire(run.registry()).len() as u32;
            }
        }
    }
    costs
}

fn is_between_servers(envelope: &Envelope) -> bool {
    matches!(envelope.letter.payload, Payload::Message(_))
}
