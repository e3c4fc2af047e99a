package io.daybook.ui.faults;

import io.daybook.operations.InstanceDirectory;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of faults, the banner, and the same for programs. */
@Configuration(proxyBeanMethods = false)
public class FaultsConfiguration {

    @Bean
    FaultBanner faultBanner(DecidedControls controls) {
        return new FaultBanner(controls, Clock.systemUTC());
    }

    @Bean
    FaultsController faultsController(InstanceDirectory directory, FaultBanner banner, Decisions decisions) {
        return new FaultsController(directory, banner, decisions);
    }

    @Bean
    FaultsApi faultsApi(DecidedControls controls, Decisions decisions) {
        return new FaultsApi(controls, decisions, Clock.systemUTC());
    }
}
