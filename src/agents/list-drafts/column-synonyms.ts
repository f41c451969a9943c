/**
 * Other headings that shops, marketplaces and Chinese trading software give to a fact, by the name of
 * our column. Only headings that mean one thing are here; the others are {@link vagueHeadings}.
 */
export const columnSynonyms: Readonly<Record<string, readonly string[]>> = {
  order_reference: [
    ...['order', 'order no', 'order no.', 'order number', 'order id', 'order #', 'purchase order'],
    ...['订单编号', '订单号码', '订单id', '单号', '采购单号', '平台订单号'],
  ],
  ordered_on: [
    ...['order date', 'date ordered', 'purchase date', 'created at', 'paid at'],
    ...['下单时间', '订单日期', '采购日期', '付款时间', '购买日期'],
  ],
  currency: ['currency code', 'ccy', '货币', '币别', '交易币种'],
  freight: ['shipping', 'shipping cost', 'shipping fee', 'postage', 'carriage', '国际运费', '邮费'],
  insurance: ['insurance cost', '保费', '保险'],
  agent_fee: [
    'agent commission',
    'buying commission',
    'service fee',
    '服务费',
    '代购服务费',
    '佣金',
  ],
  invoice_number: ['invoice no', 'invoice no.', 'invoice', '发票号码', '发票编号'],
  invoice_date: ['invoiced on', 'date of invoice', '开票日期'],
  buyer_name: [
    ...['buyer', 'customer', 'customer name', 'recipient', 'recipient name', 'consignee'],
    ...[
      'ship to name',
      'shipping name',
      '收件人',
      '收货人',
      '收件人姓名',
      '收货人姓名',
      '买家',
      '客户姓名',
      '客户',
    ],
  ],
  buyer_email: [
    'email',
    'e-mail',
    'customer email',
    'buyer e-mail',
    '邮箱',
    '电子邮箱',
    '收件人邮箱',
  ],
  buyer_phone: [
    ...['phone', 'telephone', 'mobile', 'customer phone', 'recipient phone', 'shipping phone'],
    ...['电话', '手机', '手机号', '联系电话', '收件人电话', '收货人电话'],
  ],
  buyer_street: [
    ...['address 1', 'address line 1', 'street', 'ship to address', 'shipping address1'],
    ...['shipping street', 'recipient address', '收件人地址', '收货人地址', '详细地址', '街道'],
  ],
  buyer_street_2: ['address 2', 'address line 2', 'shipping address2', '地址2'],
  buyer_city: [
    'city',
    'town',
    'ship to city',
    'shipping city',
    'recipient city',
    '城市',
    '收件城市',
  ],
  buyer_region: ['county', 'state', 'province', 'shipping province', '州省', '省份', '省/州'],
  buyer_postcode: [
    ...['postcode', 'post code', 'postal code', 'zip', 'zip code', 'shipping zip'],
    ...['ship to postcode', '邮编', '邮政编码', '收件邮编'],
  ],
  buyer_country: [
    ...['country', 'ship to country', 'shipping country', 'destination', 'destination country'],
    ...['国家', '目的国', '收件国家', '目的地国家', '收货国'],
  ],
  seller_name: [
    'seller',
    'shop',
    'shop name',
    'store',
    'vendor',
    'supplier',
    '店铺',
    '店铺名称',
    '供应商',
    '卖家',
    '卖家名称',
  ],
  seller_country: ['seller location', 'vendor country', '供应商国家'],
  sku: [
    'article',
    'article number',
    'item number',
    'item no',
    'product code',
    '商品货号',
    '款号',
    '产品编号',
  ],
  description: [
    ...['goods', 'goods description', 'product', 'product name', 'item', 'item name', 'title'],
    ...[
      'lineitem name',
      'description of goods',
      '品名',
      '商品',
      '商品描述',
      '货物名称',
      '产品名称',
      '英文品名',
    ],
  ],
  commodity_code: [
    ...['hs', 'hs code', 'hscode', 'hts', 'hts code', 'tariff code', 'tariff number'],
    ...['commodity', 'taric', '海关编码', 'hs编码', '税号', '税则号', '海关商品编码'],
  ],
  origin: [
    ...['country of origin', 'origin country', 'made in', 'coo', 'manufactured in'],
    ...['产地', '原产地', '制造国', '生产国'],
  ],
  quantity: [
    'qty',
    'pieces',
    'pcs',
    'count',
    'lineitem quantity',
    '件数量',
    '商品数量',
    '购买数量',
  ],
  unit_price: [
    ...['price', 'unit value', 'item price', 'price each', 'lineitem price'],
    ...['价格', '商品单价', '售价', '申报单价', '成交单价'],
  ],
  net_weight_kg: ['net weight', 'weight net', 'net kg', '净重kg', '净重(kg)', '净重（千克）'],
  gross_weight_kg: [
    'gross weight',
    'weight gross',
    'gross kg',
    '毛重kg',
    '毛重(kg)',
    '毛重（千克）',
  ],
  incoterm: [
    'incoterms',
    'delivery term',
    'terms of delivery',
    'trade term',
    '交货条款',
    '成交方式',
  ],
  carrier: ['courier', 'shipping company', '快递公司', '物流公司', '物流商'],
  transport_mode: ['mode of transport', 'transport', '运输', '运送方式'],
  transport_document: ['tracking number', 'awb', 'waybill', '物流单号', '快递单号', '提单号'],
  duties_billed_to: ['duties paid by', 'duty payer', '税费由谁支付', '税金承担方'],
  package_count: ['packages', 'number of packages', 'parcels', 'cartons', '箱数', '包裹数'],
  package_type: ['kind of package', 'packaging', '包装类型', '包装'],
  channel: ['sales channel', 'platform', '渠道', '销售平台'],
}

/**
 * Headings that could be anybody's. In a table of orders they nearly always speak of who gets the
 * goods, so that is proposed where no better column of the table does, and has to be confirmed.
 */
export const vagueHeadings: Readonly<Record<string, readonly string[]>> = {
  buyer_name: ['name', 'full name', '姓名', '名字'],
  buyer_street: ['address', 'addr', '地址', '详细地址1', '地址1'],
  ordered_on: ['date', '日期', '时间'],
}
