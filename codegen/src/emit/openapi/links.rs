//! Where an answer leads: from what was created to the operations that take it.

use super::document::Document;
use super::operations::Operation;
use crate::json::Json;
use crate::model::{Body, DefinitionId, Direction, Fields, Method, ParameterPlace, Segment, Type};

/// The operations at the path one segment below this one's, which is a member of what the answer
/// shows; nothing where there is none.
pub(super) fn links(document: &Document<'_>, operation: &Operation<'_>) -> Option<Json> {
    if operation.route.method != Method::Post {
        return None;
    }
    let below = document
        .operations
        .iter()
        .filter(|one| is_below(one, operation));
    let links = below.filter_map(|target| {
        let id = document.ids.of(target.action_index, target.route_index);
        let link = Json::object([
            ("operationId", Json::text(id)),
            ("parameters", parameters(document, operation, target)?),
        ]);
        Some((id.to_owned(), link))
    });
    let links: Vec<(String, Json)> = links.collect();
    (!links.is_empty()).then_some(Json::Object(links))
}

/// Whether a path is the other's and one parameter more.
fn is_below(target: &Operation<'_>, operation: &Operation<'_>) -> bool {
    let [target, own] = [target, operation].map(|one| &one.route.segments);
    let Some((Segment::Parameter(_), before)) = target.split_last() else {
        return false;
    };
    let alike = |(left, right): (&Segment, &Segment)| match (left, right) {
        (Segment::Parameter(_), Segment::Parameter(_)) => true,
        (left, right) => left == right,
    };
    before.len() == own.len() && before.iter().zip(own).all(alike)
}

/// Where each parameter of the path of the target comes from.
fn parameters(
    document: &Document<'_>,
    operation: &Operation<'_>,
    target: &Operation<'_>,
) -> Option<Json> {
    let names = target.path_names();
    let own: Vec<&str> = operation.path_names().collect();
    let in_path = target.route.parameters.iter();
    let in_path = in_path.filter(|one| one.place == ParameterPlace::Path);
    let sources = names
        .zip(in_path)
        .enumerate()
        .map(|(index, (name, parameter))| {
            let source = match own.get(index) {
                Some(own) => format!("$request.path.{own}"),
                None => {
                    let names = [parameter.name.as_str(), name];
                    let member =
                        member(document, &operation.action.output.ok, names, &parameter.ty)?;
                    format!("$response.body#/{member}")
                }
            };
            Some((name.to_owned(), Json::Text(source)))
        });
    let sources: Option<Vec<(String, Json)>> = sources.collect();
    sources.map(Json::Object)
}

/// The member of a result that has one of the names of a parameter, and its type.
fn member(document: &Document<'_>, result: &Type, names: [&str; 2], ty: &Type) -> Option<String> {
    let Type::Named(id, arguments) = result else {
        return None;
    };
    let fields = named_fields(document, *id)?;
    let mut fields = fields.travelling(Direction::Output);
    let found = fields.find(|field| {
        let name = field.name(Direction::Output);
        names.contains(&name) && field.ty.substitute(arguments) == *ty
    })?;
    Some(found.name(Direction::Output).to_owned())
}

fn named_fields<'a>(document: &Document<'a>, id: DefinitionId) -> Option<&'a Fields> {
    match &document.api.definition(id).body {
        Body::Struct(fields @ Fields::Named(_)) => Some(fields),
        _ => None,
    }
}
