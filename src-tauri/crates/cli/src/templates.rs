//! Word templates of the office's own.

use std::path::Path;
use std::process::ExitCode;

use sotg_core::book::Book;
use sotg_core::model::{TemplateCheck, TemplateId};
use sotg_core::{Error, Result, export, templates, text};

use crate::arguments::Template;
use crate::commands::{alter, ask};
use crate::session::Session;
use crate::{print, words};

/// What the program's own form is called where a template is asked for.
const OWN_FORM: &str = "-";

/// Looks at templates, keeps them, lists them, or writes one to begin with.
///
/// # Errors
/// What the core refuses.
pub fn run(session: &Session, template: Template) -> Result<ExitCode> {
    match template {
        Template::Check { file } => check(session, &file),
        Template::Add { file, name } => alter(session, |book, moment| book.add_template(moment, &file, &name)),
        Template::List => ask(
            session,
            |book, _| book.list_templates(),
            |templates| {
                if templates.is_empty() {
                    println!("Sổ chưa có mẫu Word nào.");
                }
                for template in templates {
                    let missing = if template.is_missing { "  MẤT TỆP" } else { "" };
                    println!("{}  ({} KB){missing}", template.name, template.size / 1024 + 1);
                }
            },
        ),
        Template::Remove { name } => alter(session, |book, moment| match named(book, &name)? {
            Some(id) => book.remove_template(moment, id),
            None => Err(Error::not_found("template", name)),
        }),
        Template::Sample { to } => sample(session, &to),
    }
}

/// The template of that name; `None` for the program's own form.
///
/// # Errors
/// `not_found`.
pub fn named(book: &Book, name: &str) -> Result<Option<TemplateId>> {
    if name == OWN_FORM {
        return Ok(None);
    }
    let known = book.list_templates()?.into_iter().find(|known| text::fold(&known.name) == text::fold(name));
    known.map(|known| Some(known.id)).ok_or_else(|| Error::not_found("template", name))
}

fn check(session: &Session, file: &Path) -> Result<ExitCode> {
    let check = templates::check_file(file)?;
    if session.json {
        print::json(&check);
    } else {
        say(&check);
    }
    Ok(if check.is_usable() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn say(check: &TemplateCheck) {
    for finding in &check.findings {
        let mark = if finding.is_warning { "Lưu ý" } else { "LỖI" };
        println!("{mark}: {}", words::template_finding(finding));
    }
    if check.is_usable() {
        println!("Mẫu dùng được. Các trường có trong mẫu: {}.", check.fields.join(", "));
    } else {
        println!("Mẫu chưa dùng được. Hãy sửa các lỗi trên bằng Word rồi kiểm tra lại.");
    }
}

fn sample(session: &Session, to: &Path) -> Result<ExitCode> {
    let (book, moment) = session.open()?;
    let path = if to.is_dir() { to.join("Mẫu báo cáo.docx") } else { to.to_owned() };
    export::save(&path, &book.template_sample(moment.today)?)?;
    if session.json {
        print::json(&serde_json::json!({ "path": path }));
    } else {
        println!("{}", path.display());
    }
    book.close()?;
    Ok(ExitCode::SUCCESS)
}
