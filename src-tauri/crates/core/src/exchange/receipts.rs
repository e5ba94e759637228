//! Receipts: that a report has come, for people and for the program of the unit.

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::Result;
use crate::exchange::envelope;
use crate::history::{Change, Moment};
use crate::model::{
    GivenReceipt, LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, ReceiptForm, ReceiptPayload, ReceivedState,
    SealedFile, SealedKind, UnitId,
};
use crate::{store, text};

use super::came::Came;
use crate::hash::sha256;

impl Book {
    /// The receipt for the report of a unit, as a line and as a file; nothing is written down.
    ///
    /// # Errors
    /// `not_found` for phase, unit, or a report that has not come.
    pub fn receipt(&self, phase: &str, unit: UnitId, today: NaiveDate) -> Result<GivenReceipt> {
        self.receipt_for(&self.came(phase, unit, today)?, today)
    }

    /// The same, written down in the ledger as given.
    ///
    /// # Errors
    /// As [`Book::receipt`].
    pub fn give_receipt(
        &mut self,
        moment: &Moment,
        phase: &str,
        unit: UnitId,
        form: ReceiptForm,
    ) -> Result<(Outcome, GivenReceipt)> {
        let came = self.came(phase, unit, moment.today)?;
        let receipt = self.receipt_for(&came, moment.today)?;
        let (file_name, sha256) = match form {
            ReceiptForm::Line => (String::new(), String::new()),
            ReceiptForm::File => (receipt.file.file_name.clone(), sha256(&receipt.file.bytes)),
        };
        let line = LedgerLine {
            direction: LedgerDirection::Sent,
            kind: LedgerKind::Receipt,
            unit: Some(unit),
            phase: came.phase.code.clone(),
            version: came.version(),
            file_name,
            sha256,
            on: moment.today,
            note: receipt.line.clone(),
        };
        let campaign = came.current.campaign;
        let change = Change::of(Op::GiveReceipt, format!("{}: {}", came.phase.name, came.named.name));
        let outcome = self.transact(moment, &change, |transaction| {
            store::ledger::add(transaction, campaign, (&moment.instant(), &moment.who), &line)
        })?;
        Ok((outcome, receipt))
    }

    fn receipt_for(&self, came: &Came, today: NaiveDate) -> Result<GivenReceipt> {
        let received_on = came.entry.received_on.unwrap_or(today);
        let payload = ReceiptPayload {
            campaign: self.campaign_ref()?,
            unit: came.named.clone(),
            phase: came.phase.code.clone(),
            version: came.version(),
            file: came.file.as_ref().map(|file| file.file_sha256.clone()).unwrap_or_default(),
            report: came.payload(),
            office: self.our_name()?,
            received_on,
            is_accepted: came.entry.state == ReceivedState::Accepted,
        };
        let bytes = envelope::seal(&self.office_key()?, SealedKind::Receipt, &payload)?.into_bytes();
        let file = SealedFile { file_name: came.file_name("Bien-nhan"), bytes };
        Ok(GivenReceipt { line: line_of(&payload, &came.phase.name), file })
    }
}

/// What people send each other by chat or read on the telephone.
fn line_of(receipt: &ReceiptPayload, phase: &str) -> String {
    let version = if receipt.version > 1 { format!(" (bản {})", receipt.version) } else { String::new() };
    let did = if receipt.is_accepted { "đã nhận và chấp nhận" } else { "đã nhận" };
    let code = short_hash(&receipt.file);
    let code = if code.is_empty() { String::new() } else { format!(" Mã tệp: {code}.") };
    format!(
        "{} {did} báo cáo {phase}{version} của {} ngày {}.{code}",
        receipt.office,
        receipt.unit.name,
        text::short_date(receipt.received_on)
    )
}

/// The first eight letters of a hash, as people compare them: "AB12-CD34"; empty for none.
pub fn short_hash(sha256: &str) -> String {
    match (sha256.get(..4), sha256.get(4..8)) {
        (Some(first), Some(second)) => format!("{first}-{second}").to_uppercase(),
        _ => String::new(),
    }
}
