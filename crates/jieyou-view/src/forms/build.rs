//! Puts a form together.

use super::context::FormContext;
use super::model::{Control, Field, Form, Shelf};
use crate::Lang;
use crate::text::forms::{Ask, Both};

/// Code and label.
pub(super) type Choices = Vec<(String, String)>;

/// The fields of a form so far.
pub(super) struct Build<'a> {
    pub(super) ctx: &'a FormContext<'a>,
    fields: Vec<Field>,
    /// Whether the form is about a matter.
    tells: bool,
}

impl<'a> Build<'a> {
    pub(super) fn new(ctx: &'a FormContext<'a>) -> Self {
        Self { ctx, fields: Vec::new(), tells: true }
    }

    /// A form about the unit, whose names of places and posts are what they are.
    pub(super) fn of_unit(ctx: &'a FormContext<'a>) -> Self {
        Self { tells: false, ..Self::new(ctx) }
    }

    pub(super) fn lang(&self) -> Lang {
        self.ctx.lang
    }

    /// Adds a question in sight whose answer may stay open.
    pub(super) fn add(&mut self, key: &str, ask: &Ask, control: Control) -> &mut Field {
        let lang = self.lang();
        self.put(key, ask.label.to(lang).to_owned(), ask.hint.to(lang), control)
    }

    /// Adds a question whose answer is needed.
    pub(super) fn need(&mut self, key: &str, ask: &Ask, control: Control) -> &mut Field {
        let field = self.add(key, ask, control);
        field.required = true;
        field
    }

    /// The same, right behind another question.
    pub(super) fn need_after(&mut self, other: &str, key: &str, ask: &Ask, control: Control) {
        self.need(key, ask, control);
        let place = self.fields.iter().position(|f| f.key == other);
        if let (Some(place), Some(field)) = (place, self.fields.pop()) {
            self.fields.insert(place + 1, field);
        }
    }

    /// Adds a question with words of its own.
    pub(super) fn put(
        &mut self,
        key: &str,
        label: String,
        hint: &str,
        control: Control,
    ) -> &mut Field {
        let is_text = matches!(control, Control::Line(_) | Control::Area(_) | Control::Lines);
        self.fields.push(Field {
            key: key.to_owned(),
            label,
            hint: hint.to_owned(),
            control,
            required: false,
            shelf: Shelf::Open,
            tells: self.tells && is_text,
            proposed: Vec::new(),
        });
        let last = self.fields.len() - 1;
        &mut self.fields[last]
    }

    /// How many fields there are.
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The field at a place.
    pub(super) fn at(&mut self, place: usize) -> Option<&mut Field> {
        self.fields.get_mut(place)
    }

    /// The field with a key.
    pub(super) fn by_key(&mut self, key: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|f| f.key == key)
    }

    /// Lets every answer from a place on stay open.
    pub(super) fn free_from(&mut self, place: usize) {
        for field in self.fields.iter_mut().skip(place) {
            field.required = false;
        }
    }

    /// The form.
    pub(super) fn form(self, title: &str, intro: String, submit: Both) -> Form {
        let submit = submit.to(self.ctx.lang).to_owned();
        let title = title.to_owned();
        Form { title, intro, fields: self.fields, submit, ..Form::default() }
    }
}

/// Puts an open answer in front of choices.
pub(super) fn open_first(open: &str, mut choices: Choices) -> Choices {
    choices.insert(0, (String::new(), open.to_owned()));
    choices
}
