package io.daybook.ui.shop;

import io.daybook.ui.pages.PageView;
import io.daybook.ui.pages.Paging;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shop's front page: all products, a category of them, or what was searched for. */
@Controller
class CatalogueController {

    private final Catalogue catalogue;
    private final ShopSettings settings;

    CatalogueController(Catalogue catalogue, ShopSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @GetMapping("/")
    String catalogue(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String page,
            PageView view,
            HttpServletRequest request,
            Model model) {
        Selection selection = Selection.of(q, category, page);
        Catalogue.Shelf shelf = catalogue.find(selection.query(settings.pageSize()));
        Paging paging = Paging.of(selection.page(), shelf.pages(), selection.address(request.getContextPath()));
        model.addAttribute("selection", selection);
        model.addAttribute("shelf", shelf);
        model.addAttribute("paging", paging);
        model.addAttribute("categories", catalogue.categories());
        model.addAttribute("announced", view.fragment());
        return view.of("shop/catalogue", "catalogue");
    }
}
