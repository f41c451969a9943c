/**
 * What the fields of an import declaration are called: element path below `Declaration`, number of the
 * data element in the UK Trade Tariff (volume 3), English and Chinese name. A path that stands here
 * names everything below it that has no line of its own.
 *
 * Facts from the UK Trade Tariff, CDS volume 3, import declaration completion guide (read 2026-09).
 */
export const dataElementTable = `
TypeCode                                                | 1/1, 1/2 | declaration type | 申报类型
FunctionCode                                            | -    | function of the message | 报文功能
GoodsItemQuantity                                       | 1/9  | number of goods items | 商品项数
FunctionalReferenceID                                   | 2/5  | local reference number (LRN) | 本地参考编号（LRN）
ID                                                      | -    | movement reference number (MRN) | 报关单号（MRN）
AcceptanceDateTime                                      | -    | date of acceptance | 接受日期
InvoiceAmount                                           | 4/11 | total amount invoiced | 发票总金额
TotalPackageQuantity                                    | 6/18 | total packages | 总件数
AdditionalDocument                                      | 2/6  | deferred payment account | 延期付款账户
Agent                                                   | 3/20 | representative | 代理人
Agent/FunctionCode                                      | 3/21 | representative status | 代理身份
AuthorisationHolder                                     | 3/39 | holder of the authorisation | 授权持有人
BorderTransportMeans                                    | 7/14 | means of transport at the border | 过境运输工具
BorderTransportMeans/RegistrationNationalityCode        | 7/15 | nationality of the means of transport | 运输工具国籍
BorderTransportMeans/ModeCode                           | 7/4  | mode of transport at the border | 过境运输方式
Declarant                                               | 3/17 | declarant | 申报人
Declarant/ID                                            | 3/18 | declarant's EORI number | 申报人 EORI 号
Exporter                                                | 3/1  | exporter | 出口商
Exporter/ID                                             | 3/2  | exporter's EORI number | 出口商 EORI 号
ExitOffice                                              | 5/12 | office of exit | 出境海关
PresentationOffice                                      | 5/26 | office of presentation | 货物呈验海关
SupervisingOffice                                       | 5/27 | supervising office | 监管海关
ObligationGuarantee                                     | 8/3  | guarantee reference | 担保编号
ObligationGuarantee/SecurityDetailsCode                 | 8/2  | guarantee type | 担保类型
GoodsShipment/TransactionNatureCode                     | 8/5  | nature of transaction | 交易性质
GoodsShipment/Buyer                                     | 3/26 | buyer | 买方
GoodsShipment/Seller                                    | 3/24 | seller | 卖方
GoodsShipment/Importer                                  | 3/15 | importer | 进口商
GoodsShipment/Importer/ID                               | 3/16 | importer's EORI number | 进口商 EORI 号
GoodsShipment/Consignment/ContainerCode                 | 7/2  | container indicator | 集装箱标志
GoodsShipment/Consignment/ArrivalTransportMeans         | 7/9  | means of transport on arrival | 抵达运输工具
GoodsShipment/Consignment/GoodsLocation                 | 5/23 | location of goods | 货物所在地
GoodsShipment/Consignment/TransportEquipment            | 7/10 | container number | 集装箱号
GoodsShipment/CustomsValuation                          | 4/9  | additions and deductions | 计税价格增减项
GoodsShipment/CustomsValuation/FreightChargeAmount      | 4/19 | transport costs to the destination | 运至目的地的运费
GoodsShipment/Destination                               | 5/8  | country of destination | 目的国
GoodsShipment/ExportCountry                             | 5/14 | country of dispatch | 启运国
GoodsShipment/DomesticDutyTaxParty                      | 3/40 | VAT number of a party | 相关方增值税号
GoodsShipment/PreviousDocument                          | 2/1  | previous documents | 前置单证
GoodsShipment/TradeTerms                                | 4/1  | delivery terms | 贸易术语
GoodsShipment/UCR                                       | 2/4  | unique consignment reference | 货物唯一参考号
GoodsShipment/Warehouse                                 | 2/7  | warehouse | 仓库
GoodsShipment/GovernmentAgencyGoodsItem                                    | 1/6  | goods item | 商品项
GoodsShipment/GovernmentAgencyGoodsItem/CustomsValueAmount                 | 4/18 | value of the goods | 货物价值
GoodsShipment/GovernmentAgencyGoodsItem/StatisticalValueAmount             | 8/6  | statistical value | 统计价值
GoodsShipment/GovernmentAgencyGoodsItem/TransactionNatureCode              | 8/5  | nature of transaction | 交易性质
GoodsShipment/GovernmentAgencyGoodsItem/AdditionalDocument                 | 2/3  | documents and certificates | 随附单证
GoodsShipment/GovernmentAgencyGoodsItem/AdditionalInformation              | 2/2  | additional information | 附加说明
GoodsShipment/GovernmentAgencyGoodsItem/Commodity                          | 6/8  | goods | 货物
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description              | 6/8  | description of goods | 货物描述
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Classification           | 6/14 | commodity code | 商品编码
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee               | 4/3  | duties and taxes | 税费
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee/DutyRegimeCode | 4/17 | preference | 优惠待遇
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee/SpecificTaxBaseQuantity | 4/4 | tax base | 计税基础
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee/QuotaOrderID  | 8/1  | quota order number | 配额序号
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee/Payment/MethodCode | 4/8 | method of payment | 付款方式
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/GrossMassMeasure | 6/5 | gross mass | 毛重
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/NetNetWeightMeasure | 6/1 | net mass | 净重
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/TariffQuantity | 6/2 | supplementary units | 法定第二数量
GoodsShipment/GovernmentAgencyGoodsItem/Commodity/InvoiceLine              | 4/14 | item price | 商品价格
GoodsShipment/GovernmentAgencyGoodsItem/CustomsValuation                   | 4/9  | additions and deductions | 计税价格增减项
GoodsShipment/GovernmentAgencyGoodsItem/CustomsValuation/MethodCode        | 4/16 | valuation method | 估价方法
GoodsShipment/GovernmentAgencyGoodsItem/DomesticDutyTaxParty               | 3/40 | VAT number of a party | 相关方增值税号
GoodsShipment/GovernmentAgencyGoodsItem/ExportCountry                      | 5/14 | country of dispatch | 启运国
GoodsShipment/GovernmentAgencyGoodsItem/Destination                        | 5/8  | country of destination | 目的国
GoodsShipment/GovernmentAgencyGoodsItem/GovernmentProcedure                | 1/10 | procedure | 监管程序
GoodsShipment/GovernmentAgencyGoodsItem/Origin                             | 5/15 | country of origin | 原产国
GoodsShipment/GovernmentAgencyGoodsItem/Packaging                          | 6/9  | packages | 包装
GoodsShipment/GovernmentAgencyGoodsItem/Packaging/MarksNumbersID           | 6/11 | shipping marks | 唛头
GoodsShipment/GovernmentAgencyGoodsItem/Packaging/QuantityQuantity         | 6/10 | number of packages | 件数
GoodsShipment/GovernmentAgencyGoodsItem/PreviousDocument                   | 2/1  | previous documents | 前置单证
GoodsShipment/GovernmentAgencyGoodsItem/ValuationAdjustment                | 4/13 | valuation indicators | 估价指标
`
