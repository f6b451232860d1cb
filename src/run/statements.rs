//! What a line does to a run: an action, or a short form, which is replaced by the actions that it stands for.

use super::{Applied, Run, SETTLE_LIMIT, Settled};
use crate::action::{Action, Rejection};
use crate::script::Statement;
use crate::weather::{self, Weather};

impl Run {
    /// Does what a line says at the cursor. When that changes anything, what lay beyond the cursor is gone.
    pub fn carry_out(&mut self, statement: Statement) -> Applied {
        let done = |moments| Applied::Done {
            moments,
            settled: None,
        };
        match statement {
            Statement::Action(action) => match self.act(action) {
                Ok(()) => done(1),
                Err(rejection) => Applied::Rejected(*rejection),
            },
            Statement::Step => match self.now.mail().oldest() {
                None => Applied::Rejected(Rejection::NothingInFlight),
                Some(id) => match self.act(Action::Deliver(id)) {
                    Ok(()) => done(1),
                    Err(rejection) => Applied::Rejected(*rejection),
                },
            },
            Statement::Settle => self.settle(),
            Statement::LetRun {
                weather,
                seed,
                count,
            } => self.let_run(weather, seed, count),
        }
    }

    fn let_run(&mut self, weather: Weather, seed: u32, count: usize) -> Applied {
        let mut moments = 0;
        let mut is_over = false;
        while moments < count && !is_over {
            match weather::choose(&self.now, weather, seed, self.cursor + 1) {
                None => is_over = true,
                Some(a_move) => {
                    let action = a_move.action(&self.now.registry);
                    if let Err(rejection) = self.make(action, a_move) {
                        if moments == 0 {
                            return Applied::Rejected(*rejection);
                        }
                        break;
                    }
                    moments += 1;
                }
            }
        }
        Applied::LetRun { moments, is_over }
    }

    fn settle(&mut self) -> Applied {
        let mut deliveries = 0;
        while let Some(id) = self.now.mail().oldest() {
            if deliveries == SETTLE_LIMIT {
                break;
            }
            if let Err(rejection) = self.act(Action::Deliver(id)) {
                if deliveries == 0 {
                    return Applied::Rejected(*rejection);
                }
                break;
            }
            deliveries += 1;
        }
        let in_flight = self.now.mail().in_flight().len();
        Applied::Done {
            moments: deliveries,
            settled: Some(Settled {
                deliveries,
                in_flight,
            }),
        }
    }
}
