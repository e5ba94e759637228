//! What can go wrong, in variants that a caller can act on.
//!
//! The sentence of an error says what we were doing, in English, for the log. What the user reads is in the catalogue of
//! the window (by [`Error::code`] and [`Error::fields`]) and in the words of the command line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Result with our error.
pub type Result<T> = std::result::Result<T, Error>;

macro_rules! define_codes {
    ($(#[$enum_doc:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$enum_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every code.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The code as it crosses the boundary.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }
        }
    };
}

define_codes! {
    /// A refusal or failure that has words of its own in the catalogue.
    ErrorCode {
        /// Something of that name does not exist (`what`, `id`).
        NotFound = "not_found",
        /// The book, or with `what` = "plan" the plan file, was made by a newer program (`path`, `found`, `known`).
        TooNew = "too_new",
        /// The file is damaged (`path`).
        Damaged = "damaged",
        /// The file is not a book of this program (`path`).
        NotABook = "not_a_book",
        /// The book or its folder cannot be written (`path`).
        ReadOnly = "read_only",
        /// Another program holds the book or the file (`path`).
        Busy = "busy",
        /// The disk is full (`path`).
        DiskFull = "disk_full",
        /// A file could not be read or written (`path`).
        Io = "io",
        /// SQLite reported an error that has no code of its own.
        Database = "database",
        /// The file is no plan file (`path`; `kind`: "empty", "too_large" with `limit_mb`, "encoding", "document", "book",
        /// "sealed", "binary").
        NotAPlan = "not_a_plan",
        /// The plan template is wrong (`plan`, `line`, `field`, `problem`, and what the problem speaks of in `value`).
        BadPlan = "bad_plan",
        /// The file of an official form is wrong (`form`, `line`, `field`, `problem`, and what it speaks of in `value`).
        BadForm = "bad_form",
        /// A form that comes with the program cannot be changed or removed (`form`).
        FormFixed = "form_fixed",
        /// A form that a report was set to cannot be removed (`form`, `phase`).
        FormInUse = "form_in_use",
        /// The book is not set up yet.
        NotSetUp = "not_set_up",
        /// The book is set up already.
        AlreadySetUp = "already_set_up",
        /// A text is needed (`field`).
        Required = "required",
        /// A text is too long (`field`, `limit`, `length`).
        TooLong = "too_long",
        /// What was typed is not a number of the form asked for (`text`, `decimals`).
        BadNumber = "bad_number",
        /// A number lies outside of what is possible (`field`, `from`, `to`).
        OutOfRange = "out_of_range",
        /// What was typed is not a date (`text`).
        BadDate = "bad_date",
        /// A day lies before another one that it must not precede (`start`, `end`).
        DatesOutOfOrder = "dates_out_of_order",
        /// A day lies in the future where that makes no sense (`date`).
        DateInFuture = "date_in_future",
        /// A milestone that is expected or fixed needs a day (`code`).
        DateNeeded = "date_needed",
        /// "Does not apply" needs a reason.
        ReasonNeeded = "reason_needed",
        /// The evidence file is not there any more (`path`).
        FileVanished = "file_vanished",
        /// The evidence file is larger than the limit (`path`, `size_mb`, `limit_mb`).
        FileTooLarge = "file_too_large",
        /// What was given is a folder, not a file (`path`).
        NotAFile = "not_a_file",
        /// The kept evidence no longer has the content that was kept (`path`).
        EvidenceChanged = "evidence_changed",
        /// The address is not one of the web (`text`).
        BadAddress = "bad_address",
        /// The line of the table of figures is reckoned and cannot be typed (`indicator`).
        FigureIsReckoned = "figure_is_reckoned",
        /// There is nothing to take back.
        NothingToUndo = "nothing_to_undo",
        /// There is nothing to do again.
        NothingToRedo = "nothing_to_redo",
        /// A later change touched the same thing (`op`, `subject`: the later change).
        TouchedLater = "touched_later",
        /// An activity of the plan cannot be changed or removed.
        PlanActivity = "plan_activity",
        /// Our own activity has progress, evidence or figures and cannot be removed (`title`).
        ActivityInUse = "activity_in_use",
        /// The only signer cannot be removed.
        LastSigner = "last_signer",
        /// A report that was sent cannot be changed before it is taken back (`phase`).
        ReportSent = "report_sent",
        /// The file is no picture that can be printed (`path`).
        PictureUnreadable = "picture_unreadable",
        /// The picture claims to have more points than are opened (`path`, `width`, `height`, `limit` in millions).
        PictureTooLarge = "picture_too_large",
        /// A report does not hold so many photos (`count`, `limit`).
        TooManyPhotos = "too_many_photos",
        /// The typesetter cannot set the pages of a document, or is at fault.
        PagesNotSet = "pages_not_set",
        /// The list of units is not there any more (`path`).
        ListVanished = "list_vanished",
        /// The file cannot be read as a list of units (`file`, `problem`: damaged, too_big, word, unknown_kind, no_rows, no_names).
        ListUnreadable = "list_unreadable",
        /// The list is locked with a password (`file`).
        ListLocked = "list_locked",
        /// The list has more rows than are read (`file`, `limit`).
        ListTooLong = "list_too_long",
        /// The list is no longer the one that was looked at (`file`).
        ListChanged = "list_changed",
        /// Lines of the list still wait for a decision (`count`).
        ListUndecided = "list_undecided",
        /// The unit does not exist all the time that it would have to (`unit`; `on`: a day on which it does not, or empty for
        /// "since ever"; `from`: its first day, may be empty).
        UnitNotThere = "unit_not_there",
        /// Something is known of the unit that takes effect later (`unit`, `on`: the later day).
        LaterChange = "later_change",
        /// Units below it would be left without a place (`unit`, `n`, `names`).
        UnitsBelow = "units_below",
        /// A unit cannot come below itself or what is below it, nor go up in it (`unit`, `parent`).
        BelowItself = "below_itself",
        /// Another unit below the same one has this name (`name`, `parent`; empty: ours).
        NameTaken = "name_taken",
        /// Another unit has this code (`code`, `unit`).
        CodeTaken = "code_taken",
        /// The tree would become too deep (`limit`).
        TooDeep = "too_deep",
        /// Something refers to the unit, so that it cannot be removed (`unit`).
        UnitInUse = "unit_in_use",
        /// What was typed is not an e-mail address (`text`).
        BadEmail = "bad_email",
        /// The data folder was moved to a place that cannot be reached now (`path`).
        FolderUnreachable = "folder_unreachable",
        /// A data folder that was asked for, or lies beside the program, is not moved by the program (`kind`).
        PlaceFixed = "place_fixed",
        /// The data lie there already (`path`).
        PlaceSame = "place_same",
        /// The new place lies within the old one, or the old one within the new (`path`).
        PlaceInside = "place_inside",
        /// There is a book at the new place already (`path`).
        PlaceHoldsBook = "place_holds_book",
        /// There is something else at the new place (`path`).
        PlaceNotEmpty = "place_not_empty",
        /// Another program or a network keeps the new place (`path`, `keeper`).
        PlaceIsKept = "place_is_kept",
        /// Too little is free at the new place (`path`, `needed_mb`, `free_mb`).
        NoSpace = "no_space",
        /// What was copied is not what it was copied from (`path`).
        CopyDiffers = "copy_differs",
        /// No report with figures counts, so that there is nothing to add up (`phase`).
        NothingToConsolidate = "nothing_to_consolidate",
        /// The Word template cannot be used (`fault`: the code of a [`TemplateFault`](crate::model::TemplateFault), `found`; with a
        /// place also `paragraph` and `text`).
        BadTemplate = "bad_template",
        /// What came is no sealed file of this program, or not a whole one.
        FileDamaged = "file_damaged",
        /// The signature of a sealed file is not that of the key in it.
        FileForged = "file_forged",
        /// A sealed file is of another kind (`kind`: the code of a [`SealedKind`](crate::model::SealedKind)).
        FileOfOtherKind = "file_of_other_kind",
        /// A sealed file was signed with a key that nobody here has confirmed (`office`, `found`; `known`: the fingerprint of the
        /// key that the office had so far, may be empty).
        KeyUnknown = "key_unknown",
        /// A return or a receipt is about the report of another unit (`unit`).
        FileOfOtherUnit = "file_of_other_unit",
        /// A return or a receipt belongs to another campaign (`plan`).
        FileOfOtherCampaign = "file_of_other_campaign",
        /// A return or a receipt is about an older version than the one that was sent last (`version`, `sent`).
        FileOutdated = "file_outdated",
        /// A return or a receipt is about a version that this book never sent (`version`).
        FileOfOtherReport = "file_of_other_report",
        /// The plan file is older than the one that the book has (`version`, `taken`).
        PlanOlder = "plan_older",
        /// The plan file was signed by another office than the one that the book has its plan from (`issuer`, `found`, `taken`:
        /// fingerprints).
        IssuerDiffers = "issuer_differs",
        /// The plan file is of another campaign than the one of the book (`plan`, `ours`).
        OtherPlan = "other_plan",
        /// The plan file was issued by this very book.
        OwnPlan = "own_plan",
        /// Another office leads the campaign, and only it issues plan files (`issuer`).
        CampaignNotOurs = "campaign_not_ours",
        /// The files that were dropped are no longer the ones that were looked at.
        InboxChanged = "inbox_changed",
    }
}

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The program refuses, for a reason that the user can mend.
    #[error("Refused {doing}: {}", code.as_str())]
    Refused {
        /// Which refusal.
        code: ErrorCode,
        /// What we were doing.
        doing: String,
        /// What its words speak of.
        fields: BTreeMap<String, String>,
    },
    /// A file could not be read or written.
    #[error("Unable to {doing} {}: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What we were doing: "write", "copy".
        doing: &'static str,
        /// The system's error.
        source: std::io::Error,
    },
    /// SQLite failed.
    #[error("Unable to {doing}: {source}")]
    Database {
        /// What we were doing.
        doing: String,
        /// SQLite's error.
        source: rusqlite::Error,
    },
}

impl Error {
    /// A refusal without fields.
    pub fn refused(code: ErrorCode, doing: impl Into<String>) -> Error {
        Error::Refused { code, doing: doing.into(), fields: BTreeMap::new() }
    }

    /// The same refusal with one more field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Error {
        if let Error::Refused { fields, .. } = &mut self {
            fields.insert(name.to_owned(), value.to_string());
        }
        self
    }

    /// The same refusal, its field named within a part of a larger form: "name" becomes "signer.name".
    #[must_use]
    pub fn within(mut self, part: &str) -> Error {
        if let Error::Refused { fields, .. } = &mut self
            && let Some(field) = fields.get_mut("field")
        {
            *field = format!("{part}.{field}");
        }
        self
    }

    /// The refusal that something does not exist.
    pub fn not_found(what: &str, id: impl ToString) -> Error {
        Error::refused(ErrorCode::NotFound, format!("looking for {what}")).with("what", what).with("id", id)
    }

    /// A failure to read or write a file, with the operation: `.map_err(Error::io("write", path))`.
    pub fn io<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(std::io::Error) -> Error + 'a {
        move |source| Error::Io { path: path.to_owned(), doing, source }
    }

    /// The code under which the catalogue has the words.
    pub fn code(&self) -> ErrorCode {
        match self {
            Error::Refused { code, .. } => *code,
            Error::Io { source, .. } => io_code(source),
            Error::Database { source, .. } => database_code(source),
        }
    }

    /// What the words speak of.
    pub fn fields(&self) -> BTreeMap<String, String> {
        match self {
            Error::Refused { fields, .. } => fields.clone(),
            Error::Io { path, .. } => BTreeMap::from([("path".to_owned(), path.display().to_string())]),
            Error::Database { .. } => BTreeMap::new(),
        }
    }
}

fn io_code(error: &std::io::Error) -> ErrorCode {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, ResourceBusy, StorageFull};
    let kind = error.kind();
    if matches!(kind, PermissionDenied | ReadOnlyFilesystem) {
        ErrorCode::ReadOnly
    } else if kind == StorageFull {
        ErrorCode::DiskFull
    } else if kind == ResourceBusy || is_held(error) {
        ErrorCode::Busy
    } else {
        ErrorCode::Io
    }
}

/// Windows says "sharing violation" or "lock violation" of a file that another program holds; std has no kind for those.
fn is_held(error: &std::io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn database_code(error: &rusqlite::Error) -> ErrorCode {
    use rusqlite::ErrorCode as Sqlite;
    match error.sqlite_error_code() {
        Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => ErrorCode::Busy,
        Some(Sqlite::DiskFull) => ErrorCode::DiskFull,
        Some(Sqlite::ReadOnly | Sqlite::PermissionDenied | Sqlite::CannotOpen) => ErrorCode::ReadOnly,
        Some(Sqlite::DatabaseCorrupt) => ErrorCode::Damaged,
        Some(Sqlite::NotADatabase) => ErrorCode::NotABook,
        _ => ErrorCode::Database,
    }
}

/// Says what SQLite was asked to do: `.doing("reading the signers")?`.
pub trait Doing<T> {
    /// Turns SQLite's error into ours.
    ///
    /// # Errors
    /// The error itself, with what we were doing.
    fn doing(self, doing: &str) -> Result<T>;
}

impl<T> Doing<T> for rusqlite::Result<T> {
    fn doing(self, doing: &str) -> Result<T> {
        self.map_err(|source| Error::Database { doing: doing.to_owned(), source })
    }
}
