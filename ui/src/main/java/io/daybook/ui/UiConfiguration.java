package io.daybook.ui;

import io.daybook.ui.accounts.AccountsConfiguration;
import io.daybook.ui.api.ApiConfiguration;
import io.daybook.ui.assortment.AssortmentConfiguration;
import io.daybook.ui.audit.AuditConfiguration;
import io.daybook.ui.auditor.AuditorConfiguration;
import io.daybook.ui.cart.CartConfiguration;
import io.daybook.ui.checkout.CheckoutConfiguration;
import io.daybook.ui.consistency.ConsistencyConfiguration;
import io.daybook.ui.controls.ControlsConfiguration;
import io.daybook.ui.desk.DeskConfiguration;
import io.daybook.ui.door.DoorConfiguration;
import io.daybook.ui.experiments.ExperimentsConfiguration;
import io.daybook.ui.exports.ExportsConfiguration;
import io.daybook.ui.faults.FaultsConfiguration;
import io.daybook.ui.fulfilments.FulfilmentsConfiguration;
import io.daybook.ui.http.HttpConfiguration;
import io.daybook.ui.imports.ImportsConfiguration;
import io.daybook.ui.inspector.InspectorConfiguration;
import io.daybook.ui.inventory.InventoryConfiguration;
import io.daybook.ui.letters.LettersConfiguration;
import io.daybook.ui.levels.LevelsConfiguration;
import io.daybook.ui.live.LiveConfiguration;
import io.daybook.ui.logs.LogsConfiguration;
import io.daybook.ui.orders.OrdersConfiguration;
import io.daybook.ui.overview.OverviewConfiguration;
import io.daybook.ui.pages.PagesConfiguration;
import io.daybook.ui.pictures.PicturesConfiguration;
import io.daybook.ui.placement.PlacementConfiguration;
import io.daybook.ui.processors.ProcessorsConfiguration;
import io.daybook.ui.rebuild.RebuildConfiguration;
import io.daybook.ui.registration.RegistrationConfiguration;
import io.daybook.ui.security.SecurityConfiguration;
import io.daybook.ui.services.ServicesConfiguration;
import io.daybook.ui.shop.ShopConfiguration;
import io.daybook.ui.staff.StaffConfiguration;
import io.daybook.ui.stock.StockConfiguration;
import io.daybook.ui.tiers.TiersConfiguration;
import io.daybook.ui.tokens.TokensConfiguration;
import io.daybook.ui.uploads.UploadsConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/daybook/ui/ui.properties")
@Import({
    AccountsConfiguration.class,
    ApiConfiguration.class,
    AssortmentConfiguration.class,
    AuditConfiguration.class,
    AuditorConfiguration.class,
    CartConfiguration.class,
    CheckoutConfiguration.class,
    ConsistencyConfiguration.class,
    RebuildConfiguration.class,
    ControlsConfiguration.class,
    DeskConfiguration.class,
    DoorConfiguration.class,
    ExperimentsConfiguration.class,
    ExportsConfiguration.class,
    FaultsConfiguration.class,
    FulfilmentsConfiguration.class,
    HttpConfiguration.class,
    ImportsConfiguration.class,
    InspectorConfiguration.class,
    InventoryConfiguration.class,
    LettersConfiguration.class,
    LevelsConfiguration.class,
    LiveConfiguration.class,
    LogsConfiguration.class,
    OrdersConfiguration.class,
    OverviewConfiguration.class,
    PagesConfiguration.class,
    PicturesConfiguration.class,
    PlacementConfiguration.class,
    ProcessorsConfiguration.class,
    RegistrationConfiguration.class,
    SecurityConfiguration.class,
    ServicesConfiguration.class,
    ShopConfiguration.class,
    StaffConfiguration.class,
    StockConfiguration.class,
    TiersConfiguration.class,
    TokensConfiguration.class,
    UploadsConfiguration.class
})
public class UiConfiguration {}
