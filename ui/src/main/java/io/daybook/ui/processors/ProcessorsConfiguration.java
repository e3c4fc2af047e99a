package io.daybook.ui.processors;

import io.daybook.operations.ProcessorDirectory;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStreams;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of event processors, and the same for programs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorsSettings.class)
public class ProcessorsConfiguration {

    @Bean
    ProcessorBoard processorBoard(
            ProcessorDirectory directory, DecidedControls controls, Fragments fragments, ProcessorsSettings settings) {
        return new ProcessorBoard(directory, controls, fragments, settings);
    }

    @Bean
    ProcessorsController processorsController(ProcessorBoard board, LiveStreams streams, Decisions decisions) {
        return new ProcessorsController(board, streams, decisions);
    }

    @Bean
    ProcessorsApi processorsApi(ProcessorBoard board, Decisions decisions) {
        return new ProcessorsApi(board, decisions);
    }
}
