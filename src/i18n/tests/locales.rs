//! The locales have the same messages, with the same variables, choices and plural forms.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentResource};

use super::super::{catalogue::Catalogue, keys::Key, locale::Locale};

const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What can be compared of a message or an attribute.
#[derive(Debug, Default, PartialEq)]
struct Shape {
    variables: BTreeSet<String>,
    /// Each choice: the variable and its variants.
    choices: Vec<(String, BTreeSet<String>)>,
}

/// Reads the shapes of a locale's messages. It relies on the form that the locales keep: a
/// message begins a line, an attribute or a variant begins an indented one.
fn shapes(source: &str) -> BTreeMap<String, Shape> {
    let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
    let mut message = String::new();
    let mut current = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let inner = line.trim_start();
        let name = line.split_once(" =").map(|(name, _)| name.trim());
        match name.filter(|_| !inner.starts_with(['[', '*', '{', '<'])) {
            Some(name) if name.starts_with('.') && inner != line => {
                current = format!("{message}{name}");
            }
            Some(name) if inner == line => {
                name.clone_into(&mut message);
                name.clone_into(&mut current);
                assert!(!shapes.contains_key(name), "{name} is there twice");
            }
            _ => {}
        }
        let shape = shapes.entry(current.clone()).or_default();
        for (at, _) in line.match_indices('$') {
            let name: String = line[at + 1..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect();
            if line[at..].starts_with(&format!("${name} ->")) {
                shape.choices.push((name.clone(), BTreeSet::new()));
            }
            shape.variables.insert(name);
        }
        let variant = inner.strip_prefix('*').unwrap_or(inner).strip_prefix('[');
        if let Some((variant, _)) = variant.and_then(|rest| rest.split_once(']')) {
            let choice = shape.choices.last_mut().expect("a variant stands in a choice");
            assert!(choice.1.insert(variant.to_owned()), "{current}: [{variant}] twice");
        }
    }
    shapes.remove("");
    shapes
}

/// The plural forms that CLDR has for a language, asked of the rules themselves.
fn plural_forms(tag: &str) -> BTreeSet<String> {
    let variants = PLURAL_FORMS[..5].iter().map(|form| format!("[{form}] {form}\n"));
    let variants = variants.collect::<Vec<_>>().concat();
    let probe = Catalogue::new(tag, &format!("probe = {{ $n ->\n{variants} *[other] other\n }}\n"));
    let form = |number: f64| {
        let args = FluentArgs::from_iter([("n", number)]);
        probe.format("probe", None, &args).unwrap()
    };
    (0..=200).flat_map(|n| [f64::from(n), f64::from(n) + 0.5]).map(form).collect()
}

#[test]
fn the_plural_forms_are_those_of_the_languages() {
    let set = |forms: &[&str]| forms.iter().map(|form| (*form).to_owned()).collect();
    assert_eq!(plural_forms("en"), set(&["one", "other"]));
    assert_eq!(plural_forms("ru"), set(&["one", "few", "many", "other"]));
    assert_eq!(plural_forms("ar"), set(&PLURAL_FORMS));
}

#[test]
fn every_locale_parses_without_a_remainder() {
    for locale in Locale::all() {
        let parsed = FluentResource::try_new(locale.source().to_owned());
        let errors = parsed.err().map(|(_, errors)| errors);
        assert_eq!(errors, None, "{}", locale.tag());
        assert!(!locale.source().contains('\t'), "{}", locale.tag());
        locale.tag().parse::<unic_langid::LanguageIdentifier>().unwrap();
    }
}

#[test]
fn english_has_the_messages_that_the_code_asks_for() {
    let shapes = shapes(Locale::DEFAULT.source());
    let messages: BTreeSet<&str> =
        shapes.keys().map(String::as_str).filter(|name| !name.contains('.')).collect();
    let keys: BTreeSet<&str> = Key::ALL.iter().map(|key| key.name()).collect();
    assert_eq!(messages, keys);
    assert_eq!(keys.len(), Key::ALL.len(), "a key is there twice");
    for key in keys {
        let has_short = shapes.contains_key(&format!("{key}.short"));
        let for_lists = key.starts_with("trouble-") || key.starts_with("reason-");
        assert_eq!(has_short, for_lists, "{key}");
    }
}

#[test]
fn every_locale_has_the_messages_and_variables_of_english() {
    let english = shapes(Locale::DEFAULT.source());
    for locale in Locale::all() {
        let shapes = shapes(locale.source());
        let messages = |shapes: &BTreeMap<String, Shape>| -> BTreeSet<String> {
            shapes.keys().cloned().collect()
        };
        assert_eq!(messages(&shapes), messages(&english), "{}", locale.tag());
        for (name, shape) in &shapes {
            let expected = &english[name];
            assert_eq!(shape.variables, expected.variables, "{}: {name}", locale.tag());
            let named = |shape: &Shape| -> Vec<(String, BTreeSet<String>)> {
                shape.choices.iter().filter(|choice| !is_plural(&choice.1)).cloned().collect()
            };
            assert_eq!(named(shape), named(expected), "{}: {name}", locale.tag());
        }
    }
}

#[test]
fn every_plural_has_all_forms_of_its_language() {
    for locale in Locale::all() {
        let forms = plural_forms(locale.tag());
        let mut plurals = 0;
        for (name, shape) in shapes(locale.source()) {
            for (variable, variants) in shape.choices {
                if is_plural(&variants) {
                    plurals += 1;
                    assert_eq!(variants, forms, "{}: {name}, ${variable}", locale.tag());
                }
            }
        }
        assert!(plurals > 5, "{}: {plurals} plurals", locale.tag());
    }
}

fn is_plural(variants: &BTreeSet<String>) -> bool {
    variants.contains("other")
}

#[test]
fn the_comparison_sees_what_it_should() {
    let shapes = shapes(
        "a = { $x }\nb =\n    { $n ->\n        [one] { $y }\n       *[other] z\n    }\n    .short = { $q }\n",
    );
    assert_eq!(shapes["a"].variables, BTreeSet::from(["x".to_owned()]));
    assert_eq!(shapes["b"].variables, BTreeSet::from(["n".to_owned(), "y".to_owned()]));
    assert_eq!(
        shapes["b"].choices,
        [("n".to_owned(), BTreeSet::from(["one".to_owned(), "other".to_owned()]))]
    );
    assert_eq!(shapes["b.short"].variables, BTreeSet::from(["q".to_owned()]));
}
