//! Whether a type has a shape at all: what only plain JSON can carry has none.

use std::collections::BTreeSet;

use crate::model::{Api, Body, Definition, DefinitionId, Fields, Special, Tagging, Type};

/// Whether all of a type has a shape.
pub(in crate::emit::rust) fn is_carried(api: &Api, ty: &Type) -> bool {
    Walk {
        api,
        seen: BTreeSet::new(),
    }
    .ty(ty)
}

/// Arguments are looked at where they are written, so that each definition is looked at once.
struct Walk<'api> {
    api: &'api Api,
    seen: BTreeSet<DefinitionId>,
}

impl Walk<'_> {
    fn ty(&mut self, ty: &Type) -> bool {
        let own = match ty {
            Type::Special(Special::Json) => false,
            Type::Named(id, _) => self.definition(*id),
            _ => true,
        };
        own && ty.parts().into_iter().all(|part| self.ty(part))
    }

    fn definition(&mut self, id: DefinitionId) -> bool {
        if !self.seen.insert(id) {
            return true;
        }
        let Definition {
            body, struct_tag, ..
        } = self.api.definition(id);
        let content = match body {
            Body::Newtype(field) => self.ty(&field.ty),
            Body::Proxy(ty) => self.ty(ty),
            Body::Struct(fields) => self.fields(fields),
            Body::Enum(body) => {
                let tagged = body.tagging != Tagging::Untagged;
                let mut variants = body.variants.iter();
                tagged && variants.all(|it| !it.untagged && self.fields(&it.fields))
            }
        };
        content && struct_tag.is_none()
    }

    fn fields(&mut self, fields: &Fields) -> bool {
        let mut fields = fields.as_slice().iter();
        fields.all(|field| !field.flattened && self.ty(&field.ty))
    }
}
