// Every command of the window, one a line: its room, its name, its arguments, its answer.
//
// This is the one list. build.rs makes the access list from it, main.rs the handler, typescript.rs the `Commands` of
// the page, and each entry is checked against the signature of its function. `dialog` marks a command that
// opens a native dialog: it also takes the window; `window` one that takes it to tell the page how far it is.

macro_rules! with_commands {
    ($then:ident) => {
        $then! {
            book book_state() -> BookState;
            book set_up(input: SetUp) -> Outcome;
            book open_sample() -> BookState;
            book open_own() -> BookState;
            book ready_to_close() -> ();
            book show_log() -> ();

            place data_folder() -> DataFolder;
            place choose_data_folder() -> Option<String>, dialog;
            place preview_move(path: String) -> MovePreview;
            place move_data_folder(path: String, insists: bool) -> DataFolder, window;
            place take_data_folder(path: String) -> BookState;
            place open_data_folder() -> ();
            place open_left_behind() -> ();

            plans list_plans() -> Vec<PlanHead>;
            plans handed_file() -> Option<HandedFile>;
            plans choose_plan_file() -> Option<HandedFile>, dialog;
            plans read_plan_file(path: String) -> HandedFile;

            exchange_campaign campaign_issue() -> CampaignIssue;
            exchange_campaign choose_campaign_place() -> Option<String>, dialog;
            exchange_campaign issue_campaign(note: String, path: String) -> SavedCampaign;
            exchange_campaign pass_campaign(path: String) -> SavedCampaign;
            exchange_campaign preview_amended_plan(plan: PlanText) -> Vec<CampaignChange>;
            exchange_campaign amend_plan(plan: PlanText) -> Outcome;
            exchange_campaign preview_campaign(text: String, unit: Option<String>) -> CampaignOffer;
            exchange_campaign take_campaign(text: String, input: TakeCampaign) -> Outcome;

            exchange_units choose_exchange_path(kind: ExchangePath, phase: String, unit: Option<UnitId>) -> Option<String>, dialog;
            exchange_units save_form(phase: String, unit: UnitId, path: String) -> SavedExchange;
            exchange_units save_forms(phase: String, units: Vec<UnitId>, path: String) -> SavedExchange;
            exchange_units return_report(phase: String, unit: UnitId, input: ReturnInput, path: String) -> SavedExchange;
            exchange_units receipt_line(phase: String, unit: UnitId) -> String;
            exchange_units give_receipt_line(phase: String, unit: UnitId) -> Outcome;
            exchange_units save_receipt(phase: String, unit: UnitId, path: String) -> SavedExchange;
            exchange_units forward_reports(phase: String, path: String) -> SavedExchange;
            exchange_units save_report_package(phase: String, path: String) -> SavedExchange;
            exchange_units enter_report(phase: String, unit: UnitId, entered: EnteredReport, scan: Option<String>) -> Outcome;
            exchange_units entered_report(phase: String, unit: UnitId) -> Option<EnteredReport>;
            exchange_units take_sealed(text: String, confirmed: bool) -> Outcome;
            exchange_units return_marks(phase: String) -> Option<ReturnedReport>;
            exchange_units ledger(filter: LedgerFilter) -> Vec<LedgerEntry>;
            exchange_units export_ledger(filter: LedgerFilter, path: String) -> String;

            views overview() -> Overview;
            views timeline() -> Timeline;
            views checklist(phase: String) -> Checklist;

            activities activity(code: String) -> ActivityDetail;
            activities set_progress(codes: Vec<String>, change: ProgressChange) -> Outcome;
            activities set_note(code: String, note: String) -> Outcome;
            activities add_activity(activity: OwnActivity) -> Outcome;
            activities edit_activity(code: String, activity: OwnActivity) -> Outcome;
            activities remove_activity(code: String) -> Outcome;

            evidence choose_files(code: String) -> Outcome, dialog;
            evidence add_files(code: String, paths: Vec<String>) -> Outcome;
            evidence add_link(code: String, url: String, title: String) -> Outcome;
            evidence remove_evidence(id: EvidenceId) -> Outcome;
            evidence open_evidence(id: EvidenceId) -> ();

            figures figure_table(phase: String) -> FigureTable;
            figures set_figure(input: FigureInput) -> Outcome;

            reports list_reports() -> Vec<ReportRow>;
            reports report_draft(phase: String) -> ReportDraft;
            reports set_report_head(phase: String, head: ReportHead) -> Outcome;
            reports set_report_section(phase: String, section: String, text: Option<RichText>) -> Outcome;
            reports decide_text_change(phase: String, section: String, change: TextChange, takes: bool) -> Outcome;
            reports offer_unicode(texts: Vec<PastedText>) -> Option<LegacyOffer>;
            reports set_report_state(phase: String, state: ReportState, on: Option<NaiveDate>) -> Outcome;
            reports save_report(phase: String) -> Option<String>, dialog;
            reports save_report_pdf(phase: String) -> Option<String>, dialog;
            reports print_report(phase: String) -> ();
            pages report_pages(phase: String, typed: TypedReport, known: Vec<String>) -> ReportPages;
            reports export_report(phase: String, path: String) -> String;
            reports save_report_tables(phase: String) -> Option<String>, dialog;
            reports export_report_tables(phase: String, path: String) -> String;
            reports show_in_folder(path: String) -> ();

            extras set_report_annexes(phase: String, included: Vec<String>) -> Outcome;
            extras report_chart(phase: String, code: String) -> Vec<String>;
            extras report_photos(phase: String) -> Vec<PhotoView>;
            extras set_report_photos(phase: String, photos: Vec<PhotoChoice>) -> Outcome;
            extras photo_address(id: EvidenceId) -> String;

            signing report_check(phase: String) -> ReportCheck;
            signing mark_finding_seen(phase: String, key: String) -> Outcome;
            signing unmark_finding_seen(phase: String, key: String) -> Outcome;
            signing correct_report(phase: String, reason: String) -> Outcome;
            signing report_versions(phase: String) -> ReportVersions;
            signing compare_versions(phase: String, left: VersionSide, right: VersionSide) -> VersionComparison;
            signing save_version(phase: String, number: u32) -> Option<String>, dialog;
            signing export_version(phase: String, number: u32, path: String) -> String;

            forms list_forms() -> FormList;
            forms set_form(form: FormProfile) -> Outcome;
            forms remove_form(code: String) -> Outcome;
            forms set_report_form(phase: String, code: Option<String>) -> Outcome;
            templates list_templates() -> Vec<WordTemplate>;
            templates choose_template() -> Option<String>, dialog;
            templates check_template(path: String) -> TemplateCheck;
            templates add_template(path: String, name: String) -> Outcome;
            templates remove_template(id: TemplateId) -> Outcome;
            templates save_template_sample() -> Option<String>, dialog;
            templates template_choice(phase: String) -> TemplateChoice;
            templates set_report_template(phase: String, template: Option<TemplateId>) -> Outcome;

            history undo(step: Option<StepId>) -> Outcome;
            history redo() -> Outcome;
            history history(limit: u32) -> Vec<HistoryEntry>;

            settings set_unit(unit: OurUnit) -> Outcome;
            settings set_signer(signer: Signer) -> Outcome;
            settings remove_signer(id: SignerId) -> Outcome;
            settings set_preferences(preferences: Preferences) -> ();

            milestones milestones() -> Vec<MilestoneView>;
            milestones preview_milestone(setting: MilestoneSetting) -> Vec<MovedItem>;
            milestones set_milestone(setting: MilestoneSetting) -> Outcome;
            milestones set_due_rule(rule: DueRule) -> Outcome;

            organisation unit_tree(on: Option<NaiveDate>) -> UnitTree;
            organisation unit_detail(unit: UnitId) -> UnitDetail;
            organisation unit_history(unit: UnitId, limit: u32) -> Vec<UnitHistoryEntry>;
            organisation add_unit(unit: NewUnit) -> Outcome;
            organisation edit_unit(unit: UnitId, facts: UnitFacts, contacts: Vec<UnitContact>) -> Outcome;
            organisation correct_unit(unit: UnitId, name: String, kind: String) -> Outcome;
            organisation remove_unit(unit: UnitId) -> Outcome;
            organisation change_structure(change: StructureChange, on: NaiveDate, document: String) -> Outcome;
            organisation unit_kinds() -> Vec<KindUse>;
            organisation set_unit_kind(kind: UnitKind) -> Outcome;
            organisation choose_unit_list() -> Option<String>, dialog;
            organisation preview_units(path: String, choices: ImportChoices, on: Option<NaiveDate>) -> ImportPreview;
            organisation import_units(path: String, choices: ImportChoices, on: Option<NaiveDate>) -> Outcome;

            register register(phase: String, structure: StructureOf) -> Register;
            register report_rates() -> Vec<PhaseRate>;
            register set_received(phase: String, units: Vec<UnitId>, receipt: Receipt) -> Outcome;
            register board() -> Board;
            register save_board() -> Option<String>, dialog;
            register export_board(path: String) -> String;
            register save_register(phase: String, structure: StructureOf) -> Option<String>, dialog;
            register export_register(phase: String, structure: StructureOf, path: String) -> String;
            register unit_reports(unit: UnitId) -> Vec<UnitReport>;
            register expected_of(unit: UnitId) -> Vec<ExpectedItem>;
            register preview_facts(unit: UnitId, facts: UnitFacts) -> ExpectationChange;
            register preview_kind(unit: UnitId, kind: String, on: Option<NaiveDate>) -> ExpectationChange;
            register preview_unit_kind(kind: UnitKind) -> KindExpectation;
            register list_exceptions() -> Vec<UnitException>;
            register set_exception(exception: UnitException) -> Outcome;
            register remove_exception(unit: UnitId, phase: String, activity: String) -> Outcome;
            register list_level_dues() -> Vec<LevelDue>;
            register list_duties(phase: String) -> Vec<Duty>;
            register set_level_due(due: LevelDue) -> Outcome;
            register set_late_by(rule: LateBy) -> Outcome;
            reminders reminders(phase: String) -> ReminderList;
            reminders add_reminders(phase: String, units: Vec<UnitId>, channel: ReminderChannel, note: String) -> Outcome;
            reminders save_reminder_mails(phase: String, units: Vec<UnitId>) -> Option<String>, dialog;
            reminders save_reminder_letter(phase: String, units: Vec<UnitId>, letter: LetterInput) -> Option<String>, dialog;
            reminders export_reminder_letter(phase: String, units: Vec<UnitId>, letter: LetterInput, path: String) -> String;

            exchange_inbox choose_report_files() -> Vec<String>, dialog;
            exchange_inbox choose_report_folder() -> Option<String>, dialog;
            exchange_inbox preview_files(paths: Vec<String>) -> Inbox;
            exchange_inbox accept_files(paths: Vec<String>, choice: InboxChoice) -> Outcome;
            exchange_inbox watched_folder() -> Option<WatchedFolder>;
            exchange_inbox watch_folder(path: Option<String>) -> Option<WatchedFolder>;
            exchange_inbox see_watched_folder() -> ();

            consolidation consolidation(phase: String) -> Consolidation;
            consolidation consolidation_units(phase: String, indicator: String, split: String) -> ConsolidationUnits;
            consolidation unit_evidence(phase: String, unit: UnitId) -> Option<UnitEvidence>;
            consolidation freeze_consolidation(phase: String, note: String) -> Outcome;
            consolidation consolidation_changes(phase: String) -> ConsolidationChanges;
            consolidation narrative_sections(phase: String) -> Vec<NarrativeSection>;
            consolidation narratives(phase: String, section: String) -> Narratives;
            consolidation pick_narrative(phase: String, section: String, file: ReceivedFileId, text: RichText) -> Outcome;

            register congresses() -> CongressList;
            register set_congress(congress: Congress) -> Outcome;
        }
    };
}
