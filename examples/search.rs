//! Looks for the shortest run that breaks a promise, and prints it as a text of the language.
//!
//!     cargo run --release --example search -- run.txt --kills 1 --drops 0 --without one_vote_a_term
//!
//! `--profile fast` in place of `--release` is three times as fast. Ends with 0 when nothing breaks, with 1 when something does, with 2
//! when what was asked can't be done, and with 3 when it stopped before the end.

use std::io::Read;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use catchup::property::Property;
use catchup::rule::Rule;
use catchup::run::{Applied, Run};
use catchup::script;
use catchup::search::{Bound, Bounds, Method, Nearest, Outcome, Progress, Rescue, Search};

const HELP: &str = "\
Looks for the shortest run that breaks a promise, from a run's end on.

    search FILE [OPTIONS]        FILE is a text of the language; - reads it from the input

How many there are at most; what is not named is as the first line says that is printed:
    --writes N      requests `set a 1` and so on       --kills N       kills, each with one restart
    --reads N       requests `get a`                   --drops N       messages that are dropped
    --timeouts N    elections, or nominations          --duplicates N  messages that are duplicated
    --heartbeats N  heartbeats, or `resend`            --changes N     changes of the voters
    --cuts N        links that are cut
    --in-flight N   messages in flight at once. Without it, any number; drops and cuts then make no difference
    --depth N       actions of the run. Without it, any number

What else:
    --without RULE  a rule that is switched off; any number of times
    --property ID   a promise to break, such as election_safety; any number of times. Without it, all that hold
    --at MOMENT     where to start, in place of the run's end
    --memory MB     how much memory to take at most; 4000 without it
    --no-symmetry   tells apart servers that are alike
    --plain         leaves out nothing; slow
    --quiet         tells no progress
    --help          this
";

/// What was asked for.
struct Order {
    text: String,
    at: Option<usize>,
    bounds: Vec<(Bound, u8)>,
    in_flight: Option<u32>,
    depth: Option<u32>,
    without: Vec<Rule>,
    properties: Vec<String>,
    method: Method,
    megabytes: usize,
    is_quiet: bool,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.is_empty() || words.iter().any(|word| word == "--help") {
        print!("{HELP}");
        return ExitCode::from(if words.is_empty() { 2 } else { 0 });
    }
    match read_order(&words).and_then(|order| look(&order)) {
        Ok(code) => ExitCode::from(code),
        Err(says) => {
            eprintln!("{says}");
            ExitCode::from(2)
        }
    }
}

fn read_order(words: &[String]) -> Result<Order, String> {
    let mut order = Order {
        text: String::new(),
        at: None,
        bounds: Vec::new(),
        in_flight: None,
        depth: None,
        without: Vec::new(),
        properties: Vec::new(),
        method: Method::Symmetric,
        megabytes: 4000,
        is_quiet: false,
    };
    let mut file = None;
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let Some(option) = word.strip_prefix("--") else {
            if file.replace(word).is_some() {
                return Err(format!("Found a second file, {word}. Name one."));
            }
            continue;
        };
        match option {
            "no-symmetry" => order.method = Method::Reduced,
            "plain" => order.method = Method::Plain,
            "quiet" => order.is_quiet = true,
            _ => {
                let value = rest.next();
                let value = value.ok_or(format!("{word} needs a value after it. See --help."))?;
                read_option(&mut order, option, value)?;
            }
        }
    }
    let file = file.ok_or("Name the file of a run, or - for the input. See --help.")?;
    order.text = read_file(file).map_err(|fault| format!("{file} can't be read: {fault}."))?;
    Ok(order)
}

fn read_option(order: &mut Order, option: &str, value: &str) -> Result<(), String> {
    let number = |most: u32| {
        let read = value.parse::<u32>().ok().filter(|read| *read <= most);
        read.ok_or_else(|| {
            format!("--{option} needs a whole number from 0 to {most}, and found \"{value}\".")
        })
    };
    match option {
        "in-flight" => order.in_flight = Some(number(10_000)?),
        "depth" => order.depth = Some(number(20_000)?),
        "at" => order.at = Some(number(20_000)? as usize),
        "memory" => order.megabytes = number(1_000_000)? as usize,
        "property" => order.properties.push(value.to_string()),
        "without" => {
            let rule = Rule::parse(value);
            let known = || Rule::ALL.iter().map(|rule| rule.name());
            let rule = rule.ok_or_else(|| {
                let known = known().collect::<Vec<_>>().join(", ");
                format!("There is no rule \"{value}\". The rules are {known}.")
            })?;
            order.without.push(rule);
        }
        _ => {
            let bound = Bound::parse(option);
            let bound = bound.ok_or(format!("There is no option --{option}. See --help."))?;
            order.bounds.push((bound, number(200)? as u8));
        }
    }
    Ok(())
}

fn read_file(file: &str) -> std::io::Result<String> {
    if file != "-" {
        return std::fs::read_to_string(file);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text)
}

/// The run from whose cursor to search, with these rules off.
fn start(order: &Order) -> Result<Run, String> {
    let run = Run::new(&order.text).map_err(|fault| fault.to_string())?;
    let mut scenario = run.scenario().clone();
    for rule in &order.without {
        if !scenario.protocol.has_rule(*rule) {
            let (name, protocol) = (rule.name(), scenario.protocol.name());
            return Err(format!("The protocol {protocol} has no rule {name}."));
        }
        scenario.setting.without.insert(*rule);
    }
    let length = order.at.unwrap_or(run.length());
    if length > run.length() {
        let last = run.length();
        return Err(format!("There is no moment {length}; the last is {last}."));
    }
    let mut text = script::write_head(&scenario);
    if length > 0 {
        text += &run.script_of(1, length);
    }
    let mut run = Run::new(&text).map_err(|fault| fault.to_string())?;
    run.seek(run.length());
    Ok(run)
}

/// The promises to break: those that were named, or all that are not broken yet.
fn promises(run: &Run, names: &[String]) -> Result<Vec<Property>, String> {
    let properties = run.properties();
    let holds = |property: Property| {
        let mut all = properties.iter();
        all.any(|watched| watched.property == property && watched.holds())
    };
    let all = run.scenario().protocol.promises();
    let mut chosen: Vec<Property> = all.iter().copied().filter(|one| holds(*one)).collect();
    for name in names {
        if !all.iter().any(|property| property.id() == name) {
            let known: Vec<_> = all.iter().map(|property| property.id()).collect();
            let (known, protocol) = (known.join(", "), run.scenario().protocol.name());
            return Err(format!(
                "{protocol} promises no {name}. It promises {known}."
            ));
        }
        if !chosen.iter().any(|property| property.id() == name) {
            return Err(format!(
                "{name} is broken already where the search would start."
            ));
        }
    }
    chosen.retain(|property| names.is_empty() || names.iter().any(|name| name == property.id()));
    Ok(chosen)
}

fn look(order: &Order) -> Result<u8, String> {
    let mut run = start(order)?;
    let checked = promises(&run, &order.properties)?;
    let protocol = run.scenario().protocol;
    let mut bounds = Bounds::for_protocol(protocol);
    for (bound, at_most) in &order.bounds {
        if !bound.is_of(protocol) {
            let (name, bound) = (protocol.name(), bound.name());
            return Err(format!(
                "The protocol {name} has no {bound}. Leave --{bound} out."
            ));
        }
        bounds.set(*bound, *at_most);
    }
    bounds.in_flight = order.in_flight;
    bounds.depth = order.depth;
    let begun = Instant::now();
    let bytes = order.megabytes * 1_000_000;
    let mut search = Search::new(run.now(), &checked, bounds, order.method, bytes);
    let mut told = begun;
    let progress = loop {
        search.advance(10_000);
        let progress = search.progress();
        if progress.outcome.is_some() {
            break progress;
        }
        if !order.is_quiet && told.elapsed() > Duration::from_secs(2) {
            told = Instant::now();
            eprintln!("{}", tell(&progress, begun.elapsed()));
        }
    };
    let mut comments = vec![
        format!("Within {}.", tell_bounds(&bounds)),
        tell(&progress, begun.elapsed()),
    ];
    let code = conclude(&mut run, &progress, &mut comments);
    if let Some(mut way_back) = search.way_back() {
        let rescue = std::iter::repeat_with(|| way_back.advance(10_000)).find_map(|ended| ended);
        comments.extend(rescue.map(|rescue| tell_rescue(&rescue)));
    }
    for comment in comments {
        println!("# {comment}");
    }
    print!("{}", run.script());
    Ok(code)
}

/// Says how the search ended, and adds to the run what it found.
fn conclude(run: &mut Run, progress: &Progress, comments: &mut Vec<String>) -> u8 {
    let outcome = progress.outcome.as_ref();
    match outcome.expect("the search has ended") {
        Outcome::Broken(found) => {
            let count = found.actions.len();
            comments.push(format!("Broken, in {count} actions; none has fewer."));
            for (property, finding) in &found.broken {
                let says = finding.says(run.registry());
                comments.push(format!("{}: {says}", property.title()));
            }
            for action in &found.actions {
                let line = action.to_string();
                let applied = run.apply(&line);
                assert!(matches!(applied, Ok(Applied::Done { .. })), "{line}");
            }
            1
        }
        Outcome::Holds { is_everything } => {
            let states = progress.states;
            let what = match is_everything {
                true => format!("all {states} states within these bounds"),
                false => format!("all {states} states within so many actions"),
            };
            comments.push(format!(
                "Holds: {what}, the deepest after {} actions.",
                progress.depth
            ));
            for (property, _) in progress
                .happened
                .iter()
                .filter(|(_, first)| first.is_none())
            {
                let title = property.title();
                comments.push(format!(
                    "But it never came about: {title}. Wider bounds say more."
                ));
            }
            0
        }
        Outcome::OutOfMemory => {
            let depth = progress.depth;
            comments.push(format!(
                "Stopped: out of memory. Nothing breaks in up to {depth} actions; what comes later is not known."
            ));
            3
        }
        Outcome::NothingToCheck => {
            comments.push(
                "No promise is left to break: all are broken already, or none is made.".to_string(),
            );
            2
        }
    }
}

/// Says where the run that was found is left by the nearest that does not break.
fn tell_rescue(rescue: &Rescue) -> String {
    match rescue {
        Rescue::Found(Nearest {
            same,
            actions,
            is_nearest,
        }) => {
            let (last, count) = (same + 1, actions.len());
            let lines: Vec<String> = actions.iter().map(|action| action.to_string()).collect();
            let instead = match lines.is_empty() {
                true => "nothing is in flight without it".to_string(),
                false => format!(
                    "{count} deliveries in its place break nothing, and leave nothing in flight: {}",
                    lines.join(", ")
                ),
            };
            match is_nearest {
                true => format!("Nothing helps after action {last}; {instead}."),
                false => format!(
                    "Whether something helps after action {last} is not known, there are too many orders; {instead}."
                ),
            }
        }
        Rescue::Never => "Nothing helped any more where the search started.".to_string(),
        Rescue::OutOfMemory => "Out of memory: what would have helped is not known.".to_string(),
    }
}

fn tell_bounds(bounds: &Bounds) -> String {
    let set = Bound::ALL.into_iter().filter(|bound| bounds.of(*bound) > 0);
    let mut told: Vec<String> = set
        .map(|bound| format!("{} {}", bound.name(), bounds.of(bound)))
        .collect();
    told.extend(bounds.in_flight.map(|most| format!("in-flight {most}")));
    told.extend(bounds.depth.map(|most| format!("depth {most}")));
    told.join(", ")
}

fn tell(progress: &Progress, elapsed: Duration) -> String {
    let seconds = elapsed.as_secs_f64();
    let rate = progress.states as f64 / seconds / 1e6;
    let each = progress.bytes / progress.states.max(1);
    format!(
        "{} states, depth {}, {seconds:.2} s, {rate:.2} million a second, {each} bytes each.",
        progress.states, progress.depth
    )
}
