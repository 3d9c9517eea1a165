//! The ways a matter goes: handled at once, mediated, or accepted and answered.

use super::super::stock::FOLLOW_UP;
use super::{Life, Rng, UNIT, Way};
use chrono::Days;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Event;

/// The post that handles most matters.
const MEDIATOR: &str = "司法所调解员";
/// The post that answers petitions.
const CLERK: &str = "信访接待员";
/// The post that approves.
const LEADER: &str = "综治中心主任";

impl Life<'_> {
    pub(super) fn go(&mut self, rng: &mut Rng) -> Option<()> {
        match self.case.way {
            Way::Spot | Way::Ask => self.at_once(rng),
            Way::Mediate => self.mediated(rng),
            Way::Sixth | Way::Fifth => self.answered(rng),
            Way::Suggest => self.suggested(rng),
        }
    }

    fn at_once(&mut self, rng: &mut Rng) -> Option<()> {
        if rng.chance(12) {
            self.later(1, 3, rng)?;
        }
        let what = self.words.fill(&self.case.settled);
        let told = if rng.chance(50) { Told::InPerson } else { Told::Phone };
        self.say(CLERK, &[Event::HandledAtOnce(HandledAtOnce { what, told })], rng)?;
        if rng.chance(3) {
            self.later(10, 60, rng)?;
            self.reopen(ReopenReason::Recurred, "又出现了，重新办", rng)?;
        }
        Some(())
    }

    fn mediated(&mut self, rng: &mut Rng) -> Option<()> {
        self.later(0, 2, rng)?;
        let duty = self.duty("司法所", MEDIATOR, rng);
        self.say(
            MEDIATOR,
            &[duty, act(ActivityKind::Contact, "和双方都通了话，约时间看现场")],
            rng,
        )?;
        self.later(1, 3, rng)?;
        let found = self.found(rng).into_iter().chain(self.otherwise(LEADER, rng));
        self.say(MEDIATOR, &found.collect::<Vec<_>>(), rng)?;
        let due = self.on + Days::new(u64::from(rng.between(7, 21)));
        let measure = format!("看现场后调解：{}", self.words.fill(&self.case.claim));
        self.say(MEDIATOR, &[Event::Planned(Planned { measure, due })], rng)?;
        self.later(1, 9, rng)?;
        self.say(MEDIATOR, &[session(MediationResult::Ongoing, "各说各的理，约了下次")], rng)?;
        self.later(2, 20, rng)?;
        if rng.chance(6) {
            let result =
                if rng.chance(50) { MediationResult::Refused } else { MediationResult::Failed };
            self.say(MEDIATOR, &[session(result, "没谈拢，告知可以仲裁或起诉")], rng)?;
            return self.leave(rng);
        }
        self.agree(rng)?;
        self.settle("约定的事都办了，双方认可", rng)
    }

    /// What could not be mediated goes to court, or is let be.
    fn leave(&mut self, rng: &mut Rng) -> Option<()> {
        self.later(2, 12, rng)?;
        let event = if rng.chance(60) {
            Event::Referred(Referred {
                claim: 0,
                way: LegalWay::Court,
                body: "县法院".to_owned(),
                told: Told::Written,
                proof: "告知书在卷".to_owned(),
                route: None,
                why: String::new(),
                post: String::new(),
            })
        } else {
            Event::Withdrawn(Withdrawn {
                claim: None,
                words: "我们自己说开了，不用再办".to_owned(),
                present: format!("{MEDIATOR}、{FOLLOW_UP}"),
                told_may_return: true,
            })
        };
        self.say(MEDIATOR, &[event], rng)
    }

    fn agree(&mut self, rng: &mut Rng) -> Option<()> {
        let term = self.words.fill(&self.case.term);
        let days = rng.between(5, 40);
        let due = self.on + Days::new(u64::from(days));
        let terms = if term.is_empty() {
            Vec::new()
        } else {
            vec![Performance { what: term.clone(), due, owes: Owes::Party }]
        };
        let form = if rng.chance(60) { AgreementForm::Oral } else { AgreementForm::Written };
        let text = self.words.fill(&self.case.settled);
        self.say(MEDIATOR, &[Event::Agreed(Agreed { form, text, terms, replaces: false })], rng)?;
        if term.is_empty() {
            return Some(());
        }
        self.later(days.saturating_sub(4), days + 3, rng)?;
        let checked = |note: &str| PerformanceChecked { promise: "@0".into(), note: note.into() };
        if rng.chance(10) {
            self.say(MEDIATOR, &[Event::NotPerformed(checked("到期没办，催了，说缓几天"))], rng)?;
            self.later(4, 25, rng)?;
        }
        self.say(MEDIATOR, &[Event::Performed(checked("双方都说办了，收条在卷"))], rng)
    }

    fn answered(&mut self, rng: &mut Rng) -> Option<()> {
        self.later(0, 1, rng)?;
        let route = if self.case.way == Way::Sixth { Route::R6 } else { Route::R5 };
        let classified = self.classified(Class::Appeal, Some(route));
        let duty = self.duty("镇政府", CLERK, rng);
        self.say(CLERK, &[classified, duty], rng)?;
        self.later(0, 2, rng)?;
        self.say(CLERK, &[act(ActivityKind::Contact, "电话联系反映人，问清经过")], rng)?;
        self.later(1, 2, rng)?;
        let found = self.found(rng).into_iter().chain(self.otherwise(LEADER, rng));
        self.say(CLERK, &found.collect::<Vec<_>>(), rng)?;
        let due = self.on + Days::new(u64::from(rng.between(15, 40)));
        let measure = format!("核实后答复：{}", self.words.fill(&self.case.claim));
        self.say(CLERK, &[Event::Planned(Planned { measure, due })], rng)?;
        self.later(1, 10, rng)?;
        let notified = Notified {
            notice: NoticeKind::Accepted,
            told: Told::Written,
            proof: "送达回证在卷".to_owned(),
            why: String::new(),
            basis: String::new(),
            body: String::new(),
        };
        let accepted = Accepted { doc: String::new() };
        self.say(CLERK, &[Event::Notified(notified), Event::Accepted(accepted)], rng)?;
        self.later(2, 12, rng)?;
        self.say(CLERK, &[act(ActivityKind::Hear, "当面听取陈述，记录经本人看过")], rng)?;
        self.later(2, 14, rng)?;
        let checked = self.checked(rng);
        let looked = act(ActivityKind::Investigate, "调台账、看现场，核清事实");
        self.say(CLERK, &[looked].into_iter().chain(checked).collect::<Vec<_>>(), rng)?;
        if rng.chance(10) {
            let extended = Extended {
                days: 30,
                reason: "需要评估，时间不够".to_owned(),
                approved_by: "镇长".to_owned(),
            };
            self.say(CLERK, &[Event::Extended(extended)], rng)?;
            self.later(15, 35, rng)?;
        }
        self.later(2, 20, rng)?;
        self.reply(rng)
    }

    fn reply(&mut self, rng: &mut Rng) -> Option<()> {
        let promises = !self.case.term.is_empty();
        let outcome = match rng.between(1, 10) {
            1..=5 if promises => Outcome::SupportedPending,
            1..=5 => Outcome::SupportedDone,
            6..=8 => Outcome::Explained,
            _ => Outcome::NotSupported,
        };
        let days = rng.between(10, 45);
        let pending = outcome == Outcome::SupportedPending;
        let carry_out_by = pending.then(|| self.on + Days::new(u64::from(days)));
        let text = match outcome {
            Outcome::Explained => "政策和办理情况已说明，本件无可补办事项".to_owned(),
            Outcome::NotSupported => "查无依据，不予支持，理由写明".to_owned(),
            _ => self.words.fill(&self.case.settled),
        };
        let doc = format!("青禾访复〔{}〕{}号", self.on.format("%Y"), rng.between(1, 400));
        let replied = Replied { claim: 0, outcome, text, doc, carry_out_by };
        self.say(CLERK, &[Event::Replied(replied)], rng)?;
        self.later(0, 4, rng)?;
        if outcome == Outcome::NotSupported {
            self.deliver(Delivery::Reply, true, rng)?;
            return self.close(rng);
        }
        let told = rng.chance(92);
        self.deliver(Delivery::Reply, told, rng)?;
        if pending {
            self.later(days.saturating_sub(6), days + 4, rng)?;
            let note = "到户核对，凭证在卷".to_owned();
            let checked = PerformanceChecked { promise: "@0".to_owned(), note };
            self.say(CLERK, &[Event::Performed(checked)], rng)?;
        } else if outcome != Outcome::SupportedDone {
            self.later(12, 29, rng)?;
            if rng.chance(25) {
                return self.review(rng);
            }
        }
        self.settle("答复已落实，反映人知道结果", rng)
    }

    fn review(&mut self, rng: &mut Rng) -> Option<()> {
        self.say(CLERK, &[Event::ReviewAsked(Asked { note: "本人交到县里".to_owned() })], rng)?;
        self.later(15, 29, rng)?;
        let text = "维持原处理意见".to_owned();
        let doc = format!("青政复查〔{}〕{}号", self.on.format("%Y"), rng.between(1, 60));
        self.say(CLERK, &[Event::ReviewAnswered(Answered { text, doc })], rng)?;
        self.later(1, 5, rng)?;
        let told = rng.chance(92);
        self.deliver(Delivery::Review, told, rng)
    }

    /// Not supported, nothing asked for since: closed when the days for that are over.
    fn close(&mut self, rng: &mut Rng) -> Option<()> {
        if self.case.way == Way::Sixth {
            self.later(45, 60, rng)?;
        } else {
            self.later(200, 230, rng)?;
        }
        let closed = LawfullyClosed {
            ground: CloseGround::WindowsClosed,
            text: "答复已送达，期限内没有申请复查；有困难照常帮扶".to_owned(),
            told: Told::Written,
            visits: rng.chance(50),
        };
        self.say(CLERK, &[Event::LawfullyClosed(closed)], rng)
    }

    fn deliver(&mut self, what: Delivery, remedies_told: bool, rng: &mut Rng) -> Option<()> {
        let proof = "本人签收，送达回证在卷".to_owned();
        let told = Told::Written;
        self.say(CLERK, &[Event::Delivered(Delivered { what, told, proof, remedies_told })], rng)
    }

    fn suggested(&mut self, rng: &mut Rng) -> Option<()> {
        self.later(0, 2, rng)?;
        let classified = self.classified(Class::Suggestion, None);
        self.say(CLERK, &[classified, act(ActivityKind::Contact, "电话致谢，约看现场")], rng)?;
        self.later(2, 9, rng)?;
        let notified = Notified {
            notice: NoticeKind::Received,
            told: Told::Net,
            proof: String::new(),
            why: String::new(),
            basis: String::new(),
            body: String::new(),
        };
        self.say(CLERK, &[Event::Notified(notified)], rng)?;
        self.later(5, 20, rng)?;
        let replied = Replied {
            claim: 0,
            outcome: Outcome::Explained,
            text: self.words.fill(&self.case.settled),
            doc: String::new(),
            carry_out_by: None,
        };
        self.say(CLERK, &[Event::Replied(replied)], rng)?;
        self.later(0, 2, rng)?;
        self.deliver(Delivery::Reply, true, rng)
    }

    fn settle(&mut self, how: &str, rng: &mut Rng) -> Option<()> {
        self.later(1, 8, rng)?;
        let evidence = format!("{}卷{}页", self.on.format("%Y"), rng.between(3, 40));
        let resolved = Resolved { how: how.to_owned(), evidence };
        self.say(MEDIATOR, &[Event::Resolved(resolved)], rng)?;
        self.later(26, 34, rng)?;
        let recurred = rng.chance(6);
        let followed = FollowedUp {
            carried_out: if recurred { Tri::No } else { Tri::Yes },
            recurred: if recurred { Tri::Yes } else { Tri::No },
            wish: String::new(),
            post: FOLLOW_UP.to_owned(),
        };
        self.say(FOLLOW_UP, &[Event::FollowedUp(followed)], rng)?;
        if recurred {
            self.later(0, 3, rng)?;
            self.reopen(ReopenReason::NotCarriedOut, "回访知道没落实到位，恢复办理", rng)?;
            self.later(1, 6, rng)?;
            let again = self.again(LEADER, rng);
            let looked = act(ActivityKind::SiteVisit, "到现场看了，和双方重新说");
            self.say(MEDIATOR, &[looked].into_iter().chain(again).collect::<Vec<_>>(), rng)?;
            return Some(());
        }
        self.delist(rng)
    }

    /// Observed for half a year, taken off the book by another post.
    fn delist(&mut self, rng: &mut Rng) -> Option<()> {
        self.later(165, 200, rng)?;
        let evidence = format!("{}卷，回访记录{}页", self.on.format("%Y"), rng.between(1, 3));
        let asked = DelistAsked { post: FOLLOW_UP.to_owned(), evidence };
        self.say(FOLLOW_UP, &[Event::DelistAsked(asked)], rng)?;
        self.later(1, 6, rng)?;
        let delisted = Delisted { post: LEADER.to_owned(), note: String::new() };
        self.say(LEADER, &[Event::Delisted(delisted)], rng)
    }

    fn reopen(&mut self, reason: ReopenReason, note: &str, rng: &mut Rng) -> Option<()> {
        let note = note.to_owned();
        self.say(FOLLOW_UP, &[Event::Reopened(Reopened { reason, note })], rng)
    }

    fn classified(&self, class: Class, route: Option<Route>) -> Event {
        Event::Classified(Classified {
            claim: 0,
            kind: Kind::Petition,
            class: Some(class),
            route,
            body: UNIT.to_owned(),
            category: None,
            against: None,
            why: String::new(),
            post: String::new(),
        })
    }

    fn duty(&self, body: &str, post: &str, rng: &mut Rng) -> Event {
        Event::DutySet(DutySet {
            body: body.to_owned(),
            post: post.to_owned(),
            leader: if rng.chance(30) { "分管副镇长".to_owned() } else { String::new() },
            competent: if rng.chance(75) { body.to_owned() } else { String::new() },
            no_interest: true,
        })
    }
}

fn act(activity: ActivityKind, note: &str) -> Event {
    Event::Acted(Acted { activity, note: note.to_owned() })
}

fn session(result: MediationResult, note: &str) -> Event {
    Event::Mediated(Mediated {
        mediator: "司法所调解员，镇调解室".to_owned(),
        result,
        note: note.to_owned(),
        remedies_told: result != MediationResult::Ongoing,
        asked_on: None,
    })
}
