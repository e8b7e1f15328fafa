"""Calls the example with the client that openapi-python-client has made."""

import sys

from partner_api_client import AuthenticatedClient, Client
from partner_api_client.api.products import create_product, get_product, list_products, update_product
from partner_api_client.models import Category, Currency, Money, NewProduct, Product, ProductChange

origin, key = sys.argv[1:]
partner = AuthenticatedClient(base_url=origin, token=key)
anybody = Client(base_url=origin)

new = NewProduct(
    name="Kettle",
    category=Category.KITCHEN,
    price=Money(amount=3900, currency=Currency.EUR),
)
kettle = create_product.sync(client=partner, body=new)
assert isinstance(kettle, Product), kettle
assert kettle.name == "Kettle" and kettle.price.currency is Currency.EUR and kettle.description is None

refused = create_product.sync_detailed(client=partner, body=new)
assert refused.status_code == 409, refused
assert refused.parsed.code == "name_taken" and refused.parsed.data.product == kettle.id, refused

changed = update_product.sync(
    kettle.id, client=partner, body=ProductChange(description="Whistles.")
)
assert isinstance(changed, Product) and changed.description == "Whistles.", changed

assert get_product.sync(kettle.id, client=anybody) == changed
listed = list_products.sync(client=anybody, category=[Category.KITCHEN], limit=5)
assert listed == [changed], listed

missing = get_product.sync_detailed(4711, client=anybody)
assert missing.status_code == 404 and missing.parsed.code == "product_not_found", missing
print("The Python client works.")
