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
            reports set_report_section(phase: String, section: String, text: Option<String>) -> Outcome;
            reports set_report_state(phase: String, state: ReportState, on: Option<NaiveDate>) -> Outcome;
            reports save_report(phase: String) -> Option<String>, dialog;
            reports export_report(phase: String, path: String) -> String;
            reports show_in_folder(path: String) -> ();

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
        }
    };
}
