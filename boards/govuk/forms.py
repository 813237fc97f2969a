"""The base of every form: GOV.UK markup, one error summary, and messages that say how to mend."""

from collections.abc import Sequence
from typing import Any, ClassVar

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout, Size
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.forms.utils import pretty_name
from django.utils.functional import cached_property

from boards.govuk.bound import GovukBoundField
from boards.govuk.layout import Buttons, SubmitButton

# What Django says in its own words, by code and kind of field; {label} is the field's label.
PLAIN_MESSAGES = {
    "max_length": "{label} must be %(limit_value)d characters or fewer",
    "min_length": "{label} must be %(limit_value)d characters or more",
    "max_value": "{label} must be %(limit_value)s or less",
    "min_value": "{label} must be %(limit_value)s or more",
    "null_characters_not_allowed": "{label} has a character that cannot be kept: type it again",
    "invalid_choice": "{label}: choose from the options on the page",
    "invalid_list": "{label}: choose from the options on the page",
    "invalid_pk_value": "{label}: choose from the options on the page",
}
PLAIN_MESSAGES_BY_KIND: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (
        forms.FileField,
        {
            "invalid": "{label}: choose the file again, it did not arrive",
            "missing": "{label}: choose the file again, it did not arrive",
            "empty": "{label}: the chosen file is empty, choose another",
            "max_length": "{label}: choose a file with a name of %(max)d characters or fewer",
        },
    ),
    (
        forms.EmailField,
        {"invalid": "Enter an email address in the correct format, like name@example.com"},
    ),
    (forms.IntegerField, {"invalid": "{label} must be a whole number, like 12"}),
    (forms.URLField, {"invalid": "{label} must be a web address, like https://example.com"}),
)


class Portal:
    """What every form of the portal shares; mix it in before a form class of Django's.

    A subclass may set `submit_text` and `method`, and say `layout()` or `buttons()`.
    """

    submit_text: ClassVar[str] = "Save and continue"
    method: ClassVar[str] = "post"
    use_required_attribute = False
    bound_field_class = GovukBoundField

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            refuse_bare_messages(f"{type(self).__name__}.{name}", field)
            speak_plainly(field, field.label or pretty_name(name))

    def layout(self) -> Sequence[Any]:
        """Return names of fields and layout objects in the order of the page."""
        return tuple(self.fields)

    def buttons(self) -> Sequence[SubmitButton]:
        """Return the ways to send the form, the main one first."""
        return (SubmitButton(self.submit_text),)

    @cached_property
    def helper(self) -> FormHelper:
        """How `{% crispy form %}` draws the form."""
        helper = FormHelper()
        helper.attrs = {"novalidate": ""}
        helper.form_method = self.method
        helper.label_size = helper.legend_size = Size.SMALL
        helper.layout = Layout(*self.layout(), Buttons(*self.buttons()))
        return helper


class PortalForm(Portal, forms.Form):
    """A form of the portal."""


class PortalModelForm(Portal, forms.ModelForm):
    """A form of the portal that fills one model."""


def refuse_bare_messages(name: str, field: forms.Field) -> None:
    """Stop a form whose author left a field's wording or its length to Django."""
    bare = forms.Field.default_error_messages["required"]
    if field.required and field.error_messages["required"] == bare:
        raise ImproperlyConfigured(f"{name} needs a required message that says what to do.")
    if isinstance(field, forms.CharField) and field.max_length is None:
        raise ImproperlyConfigured(f"{name} needs a max_length.")


def speak_plainly(field: forms.Field, label: str) -> None:
    """Replace Django's own words where the field has none of its own."""
    subject = str(label).rstrip("?").replace("%", "%%")
    messages = dict(PLAIN_MESSAGES)
    for kind, words in PLAIN_MESSAGES_BY_KIND:
        if isinstance(field, kind):
            messages |= words
    for code, words in messages.items():
        if field.error_messages.get(code) == djangos_words(field, code):
            field.error_messages[code] = words.format(label=subject)


def djangos_words(field: forms.Field, code: str) -> str | None:
    """Return the message that Django's class of the field has for `code`, if any."""
    for type_ in type(field).__mro__:
        if code in getattr(type_, "default_error_messages", {}):
            return type_.default_error_messages[code]
    return None
